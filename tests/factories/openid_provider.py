"""A municipality's OpenID Connect provider on a port of its own: discovery, sign-in, token, keys. It signs everybody in as `person`."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import flask
import requests
from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT_ID, CLIENT_SECRET = "lokalkjent", "a secret between the two"
KEY = RSAKey.generate_key(2048, parameters={"kid": "1", "use": "sig", "alg": "RS256"})


class Provider:
    """`person`: the claims about who signs in; `instead`: claims of the ID token that differ from what is right."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {"sub": "kari", "email": "kari@example.no", "email_verified": True}
        self.instead: dict[str, Any] = {}
        self.key: RSAKey | None = KEY
        self.refuses = ""
        self.issuer = ""
        self.asked: list[dict[str, str]] = []
        self._codes: dict[str, dict[str, str]] = {}
        self.app = flask.Flask(__name__)
        self.app.add_url_rule("/.well-known/openid-configuration", view_func=self.discovery)
        self.app.add_url_rule("/authorize", view_func=self.authorize)
        self.app.add_url_rule("/token", view_func=self.token, methods=["POST"])
        self.app.add_url_rule("/keys", view_func=self.keys)

    def discovery(self) -> Any:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256"] if self.key else ["RS256", "none"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }

    def authorize(self) -> Any:
        asked = flask.request.args.to_dict()
        self.asked.append(asked)
        assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (
            CLIENT_ID,
            "code",
            "S256",
        )
        back = f"{asked['redirect_uri']}?state={asked['state']}"
        if self.refuses:
            return flask.redirect(f"{back}&error={self.refuses}")
        code = secrets.token_urlsafe(8)
        self._codes[code] = asked
        return flask.redirect(f"{back}&code={code}")

    def token(self) -> Any:
        sent, who = flask.request.form, flask.request.authorization
        asked = self._codes.pop(sent["code"], None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != proof or asked["redirect_uri"] != sent["redirect_uri"]:
            return {"error": "invalid_grant"}, 400
        if not who or (who.username, who.password) != (CLIENT_ID, CLIENT_SECRET):
            return {"error": "invalid_client"}, 401
        moment = int(time.time())
        right = {"iss": self.issuer, "aud": CLIENT_ID, "iat": moment, "exp": moment + 300, "nonce": asked["nonce"]}
        claims = {name: value for name, value in {**right, **self.person, **self.instead}.items() if value is not None}
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key) if self.key else unsigned(claims)
        return {"access_token": "x", "token_type": "Bearer", "id_token": signed}

    def keys(self) -> Any:
        return {"keys": [KEY.as_dict(private=False)]}


def unsigned(claims: dict[str, Any]) -> str:
    """An ID token without a signature."""
    parts = (json.dumps(part).encode() for part in ({"alg": "none"}, claims))
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."


@contextmanager
def serving(provider: Provider) -> Iterator[Provider]:
    """The provider, answering; away at the end."""
    server = make_server("127.0.0.1", 0, provider.app, threaded=True)
    provider.issuer = f"http://127.0.0.1:{server.port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def there_and_back(location: str) -> str:
    """Follow the browser to the provider; the path and query with which it comes back."""
    answer = requests.get(location, allow_redirects=False, timeout=20)
    assert answer.status_code == 302
    return answer.headers["Location"].removeprefix("http://localhost")
