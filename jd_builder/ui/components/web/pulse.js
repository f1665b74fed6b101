// After a lost connection, or a restart of the server, the page looks alive but its server knows nothing of
// it: parts that run on their own (fragments) do not exist there, and what is clicked in them comes to
// nothing. So the whole page is asked for again as soon as the connection is back.
export default function (component) {
  const { setTriggerValue } = component;
  const app = document.querySelector("[data-test-connection-state]");
  const beat = () => setTriggerValue("beat", Date.now());
  window.addEventListener("jd-beat", beat);
  const state = () => app?.dataset.testConnectionState;
  let was = state();
  const watch = new MutationObserver(() => {
    if (state() === "CONNECTED" && was !== "CONNECTED") beat();
    was = state();
  });
  if (app) watch.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
  return () => {
    watch.disconnect();
    window.removeEventListener("jd-beat", beat);
  };
}
