export function show(stage: HTMLElement, data: { text: string }): void {
  stage.textContent = data.text;
}
