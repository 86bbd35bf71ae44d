/** What is used of jstat, which brings no types. */
interface Distribution {
  cdf(x: number, ...parameters: number[]): number;
  inv(p: number, ...parameters: number[]): number;
}
declare const jStat: {
  readonly normal: Distribution;
  readonly chisquare: Distribution;
  readonly studentt: Distribution;
  readonly hypgeom: { pdf(k: number, total: number, marked: number, drawn: number): number };
  readonly lowRegGamma: (a: number, x: number) => number;
};
declare const module: { readonly jStat: typeof jStat };
export default module;
