/** Logs whose every name would do harm if a page took it for markup. */

export const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert(1)</script>",
  "</style></svg></title><svg onload=alert(1)>",
  "' onload='alert(1)",
  "javascript:alert(1)",
  "__proto__",
];

/** An event log: cases of one activity up to all of them. */
export function hostileEvents(): string {
  const header = ["case", "activity", "timestamp", "resource", ...HOSTILE.slice(0, 4)];
  const rows = HOSTILE.flatMap((name, i) =>
    HOSTILE.slice(0, i + 1).map((activity, step) => [
      `${name} ${i}`,
      activity,
      new Date(Date.UTC(2026, 0, 5 + i, step, i * step)).toISOString(),
      HOSTILE[step % HOSTILE.length]!,
      ...HOSTILE.slice(0, 4),
    ])
  );
  return text([header, ...rows]);
}

/** An interaction log: two people, some work each, in windows, applications, teams and tasks of such names. */
export function hostileInteractions(): string {
  const header = ["timestamp", "user", "team", "application", "window", "action", "value", "task", "segment"];
  const rows = Array.from({ length: 120 }, (_, i) => {
    const segment = Math.floor(i / 10);
    const name = (shift: number) => HOSTILE[(segment + shift) % HOSTILE.length]!;
    const application = HOSTILE[i % HOSTILE.length]!;
    return [
      new Date(Date.UTC(2026, 0, 5, 8) + i * 17_000 + segment * 61_000).toISOString(),
      HOSTILE[segment % 2]!,
      name(1),
      application,
      `${application} – ${name(2)}`,
      i % 3 === 0 ? "keypress" : "click",
      name(3),
      name(4),
      String(segment),
    ];
  });
  return text([header, ...rows]);
}

function text(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((field) => `"${field.replaceAll(`"`, `""`)}"`).join(",")).join("\n") + "\n";
}
