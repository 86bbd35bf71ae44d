/** A series of observations in the order of time, each with a few features: what change points are looked for in. */

/** Observations as a sparse matrix: those of row i stand from `offsets[i]` to `offsets[i + 1]`. */
export interface Series {
  readonly length: number;
  readonly features: number;
  readonly offsets: Int32Array;
  readonly feature: Int32Array;
  readonly value: Float64Array;
}

/** Collects a series row by row, of no more values than are said at first. */
export class SeriesBuilder {
  #feature: Int32Array;
  #value: Float64Array;
  #offsets: Int32Array;
  #values = 0;
  #rows = 0;

  constructor(rows: number, values: number) {
    this.#feature = new Int32Array(values);
    this.#value = new Float64Array(values);
    this.#offsets = new Int32Array(rows + 1);
  }

  add(feature: number, value: number): void {
    this.#feature[this.#values] = feature;
    this.#value[this.#values++] = value;
  }

  endRow(): void {
    this.#offsets[++this.#rows] = this.#values;
  }

  build(features: number): Series {
    return {
      length: this.#rows,
      features,
      offsets: this.#offsets.subarray(0, this.#rows + 1),
      feature: this.#feature.subarray(0, this.#values),
      value: this.#value.subarray(0, this.#values),
    };
  }
}

/** Rows of a series from `from` up to `to`, added up in blocks of `size`; the last block may be smaller. */
export interface Blocks extends Series {
  readonly size: number;
  /** Rows of each block. */
  readonly rows: Float64Array;
  /** Sums of each feature over all rows, and of its squares. */
  readonly totals: Float64Array;
  readonly squares: Float64Array;
}

export function blocksOf(series: Series, from: number, to: number, size: number): Blocks {
  const { features, offsets, feature, value } = series;
  const length = Math.ceil((to - from) / size);
  const sums = new Float64Array(features);
  const seen = new Int32Array(features).fill(-1);
  const totals = new Float64Array(features), squares = new Float64Array(features);
  const rows = new Float64Array(length);
  const blockOffsets = new Int32Array(length + 1);
  const blockFeature: number[] = [], blockValue: number[] = [];
  for (let block = 0; block < length; block++) {
    const begin = from + block * size, end = Math.min(to, begin + size);
    rows[block] = end - begin;
    const present: number[] = [];
    for (let i = offsets[begin]!; i < offsets[end]!; i++) {
      const f = feature[i]!, x = value[i]!;
      if (seen[f] !== block) {
        seen[f] = block;
        sums[f] = 0;
        present.push(f);
      }
      sums[f]! += x;
      totals[f]! += x;
      squares[f]! += x * x;
    }
    for (const f of present) {
      blockFeature.push(f);
      blockValue.push(sums[f]!);
    }
    blockOffsets[block + 1] = blockFeature.length;
  }
  return {
    length,
    features,
    size,
    rows,
    totals,
    squares,
    offsets: blockOffsets,
    feature: Int32Array.from(blockFeature),
    value: Float64Array.from(blockValue),
  };
}
