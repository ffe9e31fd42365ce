"""What a browser may say to Streamlit over its websocket. The messages are those of Streamlit 1.67."""

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

PASSED_ON = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "backend_operation_request"}
OPERATIONS = {"deferred_file", "dataframe_chunk"}
"""The rest is for developers at their own machine: to clear what all share, read the repository, install things."""


def is_passed_on(said: bytes) -> bool:
    """Whether Streamlit is to hear this message at all; what cannot be read it refuses by itself."""
    message = BackMsg()
    try:
        message.ParseFromString(said)
    except Exception:  # protobuf's own, whose class depends on how it was built
        return True
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        return message.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return kind in PASSED_ON


def bare_rerun() -> bytes:
    """Draws the page anew without touching a widget: no press of a button counts."""
    said: bytes = BackMsg(rerun_script=ClientState()).SerializeToString()
    return said
