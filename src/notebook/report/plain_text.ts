/** Text without the colour and cursor codes of terminals; a line rewritten with a carriage return keeps its last state. */
export function plainText(text: string): string {
  // deno-lint-ignore no-control-regex -- these are the codes of terminals
  const plain = text.replace(/\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b\][^\u0007]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_]/g, "");
  return plain.replace(/\r\n/g, "\n").replace(/^.*\r(?=[^\n])/gm, "").replace(/\r/g, "");
}
