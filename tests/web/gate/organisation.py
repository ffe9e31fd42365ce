"""A sign-in provider (OpenID Connect) small enough to run beside a test: vouches for whoever it was told to."""

import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT = "gems"
HOUR = 3600


@dataclass
class Organisation:
    """The provider and what it says of the one person it knows."""

    address: str
    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "only"}))
    nonces: dict[str, str] = field(default_factory=dict)
    """By code given and not yet exchanged."""

    async def about(self, request: Request) -> Response:
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        found = {name: f"{self.address}/{path}" for name, path in names.items()}
        return JSONResponse(found | {"issuer": self.address, "id_token_signing_alg_values_supported": ["RS256"]})

    async def authorize(self, request: Request) -> Response:
        asked, code = request.query_params, secrets.token_hex(8)
        self.nonces[code] = asked["nonce"]
        return RedirectResponse(f"{asked['redirect_uri']}?code={code}&state={asked['state']}", 302)

    async def token(self, request: Request) -> Response:
        async with request.form() as form:
            nonce = self.nonces.pop(str(form["code"]))
        now = int(time.time())
        base = {"iss": self.address, "aud": CLIENT, "sub": "1", "nonce": nonce, "iat": now, "exp": now + HOUR}
        signed = jwt.encode({"alg": "RS256", "kid": "only"}, base | self.claims, self.key)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "expires_in": HOUR, "id_token": signed})

    async def keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})


@contextmanager
def organisation() -> Iterator[Organisation]:
    """A provider that answers until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Organisation(f"http://127.0.0.1:{port}")
    pages = {
        "/.well-known/openid-configuration": made.about,
        "/authorize": made.authorize,
        "/token": made.token,
        "/keys": made.keys,
    }
    routes = [Route(path, page, methods=["GET", "POST"]) for path, page in pages.items()]
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield made
    server.should_exit = True
    thread.join()
