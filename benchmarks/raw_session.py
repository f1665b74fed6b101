"""A browser session without a browser: speaks with a Streamlit server as its page would."""

import json
import re
from asyncio import wait_for
from html import unescape
from time import perf_counter
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

_SAVED = re.compile('class="jd-saved" data-shown="([^"]*)"')
_DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class RawSession:
    """Keeps of each run what a page needs for its next message. ``page`` and ``query`` are its address.

    ``saved`` is the number of the revision that its screen says is saved, 0 before it says so.
    """

    def __init__(self, port: int, page: str = "", query: str = "") -> None:
        self.port, self.page, self.query = port, page, query
        self.cached: dict[str, ForwardMsg] = {}
        self.components: dict[str, tuple[str, str, dict[str, Any]]] = {}
        self.fields: dict[str, tuple[str, str]] = {}
        self.saved = 0
        self.checkbox, self.script = "", ""
        self.ticked, self.deeds = False, 0

    async def open(self) -> float:
        url = f"ws://localhost:{self.port}/_stcore/stream"
        self.line: ClientConnection = await connect(url, max_size=None, ping_interval=None)
        return await self.rerun()

    async def close(self) -> None:
        await self.line.close()

    async def rerun(self) -> float:
        """The whole page again."""
        return await self._run([])

    async def tick(self) -> float:
        """The box of the empty app."""
        self.ticked = not self.ticked
        return await self._run([WidgetState(id=self.checkbox, bool_value=self.ticked)])

    async def type(self, label: str, text: str) -> float:
        """Type into the text field of this label, and leave it."""
        field, fragment = self.fields[label]
        return await self._run([WidgetState(id=field, string_value=text)], fragment)

    async def star(self) -> float:
        """The star of the first duty that has one, off and on, as rows.js sends it."""
        component, fragment, data = self.components["jd_builder.rows"]
        row = next(row for row in data["sections"][0]["rows"] if row["starred"] is not None)
        self.deeds += 1
        deed = {"number": self.deeds, "action": "star", "id": row["id"], "on": not row["starred"]}
        value = [{"event": "did", "value": {"client": f"raw-{id(self)}", "actions": [deed]}}]
        trigger = WidgetState(id=_make_trigger_id(component, "events"), json_trigger_value=json.dumps(value))
        taken = await self._run([trigger], fragment)
        now = self.components["jd_builder.rows"][2]
        if now["heard"]["number"] != self.deeds or now["said"].get("refused"):
            raise RuntimeError(f"The star was not heard: {now['said']}")
        return taken

    async def _run(self, states: list[WidgetState], fragment: str = "") -> float:
        """Seconds from the message to the server's word that the run is done."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = "" if self.script else self.page
        message.rerun_script.page_script_hash = self.script
        message.rerun_script.fragment_id = fragment
        message.rerun_script.widget_states.widgets.extend(states)
        message.rerun_script.cached_message_hashes.extend(self.cached)
        message.rerun_script.context_info.timezone = "Europe/London"
        message.rerun_script.context_info.locale = "en-GB"
        started = perf_counter()
        await self.line.send(message.SerializeToString())
        while True:
            raw = await wait_for(self.line.recv(), 60)
            got = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            if got.WhichOneof("type") == "script_finished" and got.script_finished in _DONE:
                return perf_counter() - started
            self._heard(got)

    def _heard(self, got: ForwardMsg) -> None:
        kind = got.WhichOneof("type")
        if kind == "ref_hash":
            got = self.cached[got.ref_hash]
        elif got.metadata.cacheable and got.hash:
            self.cached[got.hash] = got
        if kind == "navigation":
            self.script = got.navigation.page_script_hash
        elif kind == "new_session" and not self.script:
            self.script = got.new_session.page_script_hash
        self._drawn(got)

    def _drawn(self, got: ForwardMsg) -> None:
        element = got.delta.new_element
        if element.WhichOneof("type") == "checkbox":
            self.checkbox = element.checkbox.id
        elif element.WhichOneof("type") == "text_input":
            self.fields[element.text_input.label] = (element.text_input.id, got.delta.fragment_id)
        elif element.WhichOneof("type") == "html" and (said := _SAVED.search(element.html.body)):
            self.saved = int(json.loads(unescape(said[1]))["number"])
        elif element.WhichOneof("type") == "bidi_component":
            part = element.bidi_component
            data = json.loads(part.json) if part.WhichOneof("data") == "json" else {}
            self.components[part.component_name] = (part.id, got.delta.fragment_id, data)
