export function reportCases(_: unknown): void {}
