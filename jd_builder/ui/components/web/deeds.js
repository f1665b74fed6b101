// What a person does is sent to Python until Python has heard it: none is lost on a slow line, none is done twice.
// Each deed has a number; ``late`` is where it says that one is not saved yet.
class Deeds {
  constructor(late) {
    this.late = late;
    this.client = Math.random().toString(36).slice(2);
    this.number = 0;
    this.pending = [];
  }

  do(action) {
    this.number += 1;
    this.pending.push({ number: this.number, ...action });
    this.send();
  }

  // Sent again until it was heard: after a lost connection nothing else brings it to the server.
  send() {
    this.trigger("did", { client: this.client, actions: this.pending });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.pending.length) return;
      this.late.textContent = "Not saved yet. Trying again …";
      window.dispatchEvent(new Event("jd-beat"));
      this.send();
    }, 3000);
  }

  acknowledge(heard) {
    const is_new = heard.client !== this.client;
    if (!is_new) this.pending = this.pending.filter((each) => each.number > heard.number);
    if (this.pending.length && is_new) this.send();
  }
}
