/**
 * The dual simplex method for linear programs that differ in their right-hand sides only.
 *
 * Lemke, "The dual method of solving the linear programming problem", Naval Research Logistics Quarterly 1, 1954. Of
 * A x = b, x ≥ 0, with costs that are not negative: the empty basis is dual feasible, and an optimal basis stays so for
 * another b. Whoever uses a solution checks it by whole numbers: here is floating point only.
 */

/** Smaller numbers count as zero. */
const NEAR = 1e-9;

export interface DualSolution {
  /**
   * `optimal`: the multipliers of a least solution; `infeasible`: multipliers y with y A ≤ 0 and y b > 0, so that there
   * is no solution at all.
   */
  readonly kind: "optimal" | "infeasible";
  /** One for each row. */
  readonly multipliers: Float64Array;
}

/** Columns of a matrix: rows and values in pairs. */
export type SparseColumn = readonly number[];

export class DualSimplex {
  readonly #rows: number;
  readonly #columns: number;
  /** Row by row: the columns of A and those of the identity, multiplied by the inverse of the basis. */
  readonly #tableau: Float64Array;
  readonly #reduced: Float64Array;
  /** The column that is basic in each row; from `#columns` on those of the identity, which must become zero. */
  readonly #basis: Int32Array;
  readonly #values: Float64Array;
  readonly #isBasic: Uint8Array;
  /** Numbers that the last solution looked at. */
  work = 0;

  constructor(rows: number, columns: readonly SparseColumn[], costs: readonly number[]) {
    const width = columns.length + rows;
    this.#rows = rows;
    this.#columns = columns.length;
    this.#tableau = new Float64Array(rows * width);
    this.#reduced = new Float64Array(width);
    this.#reduced.set(costs);
    this.#basis = new Int32Array(rows);
    this.#values = new Float64Array(rows);
    this.#isBasic = new Uint8Array(width);
    columns.forEach((column, j) => {
      for (let i = 0; i < column.length; i += 2) this.#tableau[column[i]! * width + j]! += column[i + 1]!;
    });
    for (let r = 0; r < rows; r++) {
      this.#tableau[r * width + columns.length + r] = 1;
      this.#basis[r] = columns.length + r;
      this.#isBasic[columns.length + r] = 1;
    }
  }

  /** Undefined if that takes too many steps. */
  solve(b: Float64Array, mostPivots: number): DualSolution | undefined {
    this.#setValues(b);
    this.work = this.#rows * this.#rows;
    for (let pivots = 0; pivots < mostPivots; pivots++) {
      const row = this.#leaving();
      if (row < 0) return { kind: "optimal", multipliers: this.#multipliers() };
      const column = this.#entering(row);
      if (column < 0) return { kind: "infeasible", multipliers: this.#ray(row) };
      this.#pivot(row, column);
      this.work += this.#tableau.length;
    }
    return undefined;
  }

  #setValues(b: Float64Array): void {
    const width = this.#columns + this.#rows;
    for (let r = 0; r < this.#rows; r++) {
      let value = 0;
      for (let i = 0, at = r * width + this.#columns; i < this.#rows; i++) value += this.#tableau[at + i]! * b[i]!;
      this.#values[r] = value;
    }
  }

  /** The row whose value is farthest from what it may be; -1 if all are fit. */
  #leaving(): number {
    let row = -1, worst = NEAR;
    for (let r = 0; r < this.#rows; r++) {
      const value = this.#values[r]!;
      const wrong = this.#basis[r]! >= this.#columns ? Math.abs(value) : -value;
      if (wrong <= worst) continue;
      worst = wrong;
      row = r;
    }
    return row;
  }

  #entering(row: number): number {
    const sign = this.#values[row]! < 0 ? -1 : 1, at = row * (this.#columns + this.#rows);
    let column = -1, least = Infinity, steepest = 0;
    for (let j = 0; j < this.#columns; j++) {
      const slope = sign * this.#tableau[at + j]!;
      if (slope <= NEAR || this.#isBasic[j]) continue;
      const ratio = this.#reduced[j]! / slope;
      if (ratio > least + NEAR || (ratio > least - NEAR && slope <= steepest)) continue;
      column = j;
      least = Math.min(least, ratio);
      steepest = slope;
    }
    return column;
  }

  #pivot(row: number, column: number): void {
    const tableau = this.#tableau, width = this.#columns + this.#rows, at = row * width;
    const pivot = tableau[at + column]!;
    for (let j = 0; j < width; j++) tableau[at + j]! /= pivot;
    this.#values[row]! /= pivot;
    for (let r = 0; r < this.#rows; r++) {
      const factor = tableau[r * width + column]!;
      if (r === row || factor === 0) continue;
      for (let j = 0, to = r * width; j < width; j++) tableau[to + j]! -= factor * tableau[at + j]!;
      this.#values[r]! -= factor * this.#values[row]!;
    }
    const factor = this.#reduced[column]!;
    if (factor !== 0) { for (let j = 0; j < width; j++) this.#reduced[j]! -= factor * tableau[at + j]!; }
    this.#isBasic[this.#basis[row]!] = 0;
    this.#isBasic[column] = 1;
    this.#basis[row] = column;
  }

  #multipliers(): Float64Array {
    return this.#reduced.slice(this.#columns).map((reduced) => -reduced);
  }

  #ray(row: number): Float64Array {
    const at = row * (this.#columns + this.#rows) + this.#columns, sign = this.#values[row]! < 0 ? -1 : 1;
    return this.#tableau.slice(at, at + this.#rows).map((value) => sign * value);
  }
}
