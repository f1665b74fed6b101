// After a lost connection, or a restart of the server, the page looks alive but its server knows nothing of
// it: parts that run on their own (fragments) do not exist there, and what is clicked in them comes to
// nothing. So the whole page is asked for again as soon as the connection is back. What the page showed when
// the connection was lost goes with it: the server tells by it what was typed since.

const LOST = "No connection to the app. Your text is still here, and is kept as soon as the connection is back.";
const app = document.querySelector("[data-test-connection-state]");
const isConnected = () => app?.dataset.testConnectionState === "CONNECTED";

// The field that someone is in the middle of. Streamlit bars all fields while it has no connection, and hears
// what stands in one only when it is left.
let field;
const typing = (event) => { field = event.target; };
const left = (event) => { if (event.target === field && !field.disabled) field = undefined; };

export default function (component) {
  const { parentElement, setTriggerValue, setStateValue } = component;
  const says = parentElement.querySelector("p");
  const beat = () => setTriggerValue("beat", Date.now());
  const lost = () => setStateValue("shown", [...document.querySelectorAll("[data-shown]")].map((each) => each.dataset.shown));
  const back = () => {
    leave(field);
    setTimeout(beat, 100);
  };
  let was = isConnected();
  let page = location.pathname;
  const look = () => {
    const is = isConnected();
    says.textContent = is ? "" : LOST;
    if (!is) dismiss();
    if (was !== is) (is ? back : lost)();
    was = is;
    // Streamlit leaves another page where the last one was scrolled to.
    if (page !== location.pathname) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    page = location.pathname;
  };
  const watch = new MutationObserver(look);
  watch.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
  watch.observe(document.body, { childList: true });
  const heard = { input: typing, focusout: left };
  for (const [name, hear] of Object.entries(heard)) document.addEventListener(name, hear);
  window.addEventListener("jd-beat", beat);
  return () => {
    watch.disconnect();
    for (const [name, hear] of Object.entries(heard)) document.removeEventListener(name, hear);
    window.removeEventListener("jd-beat", beat);
  };
}

// Streamlit's own words on it are for those who run the server, and cover the page. app.css hides them.
function dismiss() {
  document.querySelector("[data-testid=stDialog] [aria-label=Close]")?.click();
}

function leave(field) {
  if (!field?.isConnected || !field.matches("input, textarea")) return;
  field.focus();
  field.blur();
  field.focus();
}
