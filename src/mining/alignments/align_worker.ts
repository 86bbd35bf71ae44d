/** A thread that aligns what it is sent. */
import { AlignDesk, alignHere, type AlignMessage } from "./align_jobs.ts";

let desk: AlignDesk | undefined;

self.onmessage = ({ data }: MessageEvent<AlignMessage>) => {
  const { net, traces, maxStates, milliseconds } = data;
  if (net) desk = new AlignDesk(net);
  self.postMessage(alignHere(desk!, { traces, maxStates, deadline: performance.now() + milliseconds }));
};
