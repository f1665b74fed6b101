// A language model's server for the tests: aimock, with an answer for each name of a model.
// Prints its address, and ends when its standard input does.
import { LLMock } from "@copilotkit/aimock";

const REWORDS = [
  ["make sure ", "ensure "], ["manage ", "run "], ["hold ⟦K1⟧ reviews ", "hold reviews "], ["lead ", "support "],
];

const asked = (request) => JSON.parse(request.messages.find(({ role }) => role === "user").content).items;
const items = (request, say) => JSON.stringify({ items: asked(request).map(({ id, text }) => ({ id, text: say(text, id) })) });
const reworded = (text) => {
  const found = REWORDS.find(([before]) => text.startsWith(before));
  return found ? found[1] + text.slice(found[0].length) : text;
};
const content = (say) => (request) => ({ content: items(request, say) });
const failing = (status, code) => () => ({ error: { message: "SECRET", type: code, code }, status });

const ANSWERS = {
  rewords: [content(reworded)],
  echoes: [content((text) => text)],
  // Does whatever a statement tells it to: see tests/rewriting/test_injection.py.
  obeys: [content((text) => /(?:obey|ignore|instead|system|assistant|reply|answer)[^"]*?"([^"]*)"/i.exec(text)?.[1] ?? text)],
  doubles: [content((text) => text.replace(/⟦K1⟧/, "⟦K1⟧ and ⟦K1⟧"))],
  // Answers after 800 ms, and then a token of five characters each 20 ms.
  timed: [content((text) => text), { streamingProfile: { ttft: 800, tps: 50 }, chunkSize: 5 }],
  crawls: [content(reworded), { streamingProfile: { ttft: 100, tps: 5 }, chunkSize: 4 }],
  cuts: [content(reworded), { truncateAfterChunks: 4 }],
  "refuses-schema": [(request) => request.response_format
    ? { error: { message: "no such thing", type: "invalid_request_error" }, status: 400 }
    : { content: "Of course!\n```json\n" + items(request, reworded) + "\n```" }],
  "no-key": [failing(401, "invalid_api_key")],
  "no-credit": [failing(429, "insufficient_quota")],
  broken: [failing(500, "server_error")],
  filters: [() => ({ content: "", finishReason: "content_filter" })],
  short: [(request) => ({ content: items(request, reworded).slice(0, 60), finishReason: "length" })],
};

const mock = new LLMock({ port: 0, logLevel: "silent" });
for (const [model, [response, more = {}]] of Object.entries(ANSWERS)) {
  mock.addFixture({ match: { model }, response, ...more });
}
// A tone that a person may ask for in the browser, to have time to stop it.
mock.prependFixture?.({
  match: { model: "rewords", systemMessage: "slow as a snail" }, response: content(reworded),
  streamingProfile: { ttft: 500, tps: 2 }, chunkSize: 4,
});
await mock.start();
console.log(mock.url);
process.stdin.resume().on("end", () => mock.stop().then(() => process.exit(0)));
