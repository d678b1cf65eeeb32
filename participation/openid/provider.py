"""What is asked of the municipality's OpenID Connect provider: the code flow with PKCE, state and nonce, by Authlib."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import flask
from flask_babel import gettext as _

from participation.errors import Refused

DISCOVERY = "/.well-known/openid-configuration"
TIMEOUT_SECONDS = 5
LEEWAY_SECONDS = 60
ALGORITHMS_OFFERED = "id_token_signing_alg_values_supported"
SIGNED_BY = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")


class Claims(NamedTuple):
    """Who the provider says it is. `subject` begins with the issuer; `email` is empty when none is told."""

    subject: str
    email: str
    email_is_verified: bool


def is_configured() -> bool:
    """True when the settings name a provider."""
    return bool(flask.current_app.config["OIDC_ISSUER"] and flask.current_app.config["OIDC_CLIENT_ID"])


def name() -> str:
    """What the provider is called on buttons; empty when there is none."""
    return (flask.current_app.config["OIDC_NAME"] or _("the municipality's sign-in")) if is_configured() else ""


def go_there() -> flask.typing.ResponseReturnValue:
    """Send the browser to the provider; refused with 503 when it cannot be reached."""
    return _asked(lambda: _client().authorize_redirect(_callback_address()))


def who_came_back() -> Claims:
    """Who the provider says has signed in, checked; refused in plain words when anything does not fit."""
    token = _asked(_fetched_token)
    told = token.get("userinfo")
    if not told or not told.get("sub"):
        raise Refused(_unfit(), 400)
    verified = told.get("email_verified") in (True, "true")
    return Claims(f"{told['iss']} {told['sub']}", str(told.get("email") or ""), verified)


def _fetched_token() -> Any:
    client, config = _client(), flask.current_app.config
    metadata = client.load_server_metadata()
    offered = metadata.get(ALGORITHMS_OFFERED) or ["RS256"]
    # A provider may offer "none", and Authlib would then take a token that nobody signed.
    metadata[ALGORITHMS_OFFERED] = [algorithm for algorithm in offered if algorithm in SIGNED_BY]
    options = {
        "iss": {"essential": True, "value": config["OIDC_ISSUER"]},
        # Nor does it ask that the token is for us, where we are named as the authorized party.
        "aud": {"essential": True, "value": config["OIDC_CLIENT_ID"]},
    }
    return client.authorize_access_token(claims_options=options, leeway=LEEWAY_SECONDS)


def _client() -> Any:
    """Authlib's client, made once for each application; it asks for nothing before it is used."""
    known = flask.current_app.extensions
    if "openid" not in known:
        from authlib.integrations.flask_client import OAuth  # loaded by those alone who have a provider

        config, oauth = flask.current_app.config, OAuth(flask.current_app)
        acr = config["OIDC_ACR_VALUES"]
        known["openid"] = oauth.register(
            "municipality",
            client_id=config["OIDC_CLIENT_ID"],
            client_secret=config["OIDC_CLIENT_SECRET"],
            server_metadata_url=config["OIDC_ISSUER"].rstrip("/") + DISCOVERY,
            authorize_params={"acr_values": acr} if acr else None,
            client_kwargs={
                "scope": "openid email",
                "code_challenge_method": "S256",
                "default_timeout": TIMEOUT_SECONDS,
            },
        )
    return known["openid"]


def _asked(ask: Callable[[], Any]) -> Any:
    """What `ask` gives; whatever goes wrong with the provider is told in words and noted in the log."""
    from authlib.integrations.base_client import OAuthError
    from joserfc.errors import JoseError
    from requests import RequestException

    try:
        return ask()
    except RequestException as away:
        flask.current_app.logger.error("the OpenID provider cannot be used: %s", type(away).__name__)
        raise Refused(
            _("%(name)s does not answer now. Try again soon, or sign in with a password.", name=name()), 503
        ) from away
    except OAuthError as refused:
        if refused.error == "access_denied":
            raise Refused(_("The sign-in was broken off. Nothing has changed."), 403) from refused
        flask.current_app.logger.error("the OpenID provider refuses: %s", refused.error)
        raise Refused(_unfit(), 400) from refused
    except (JoseError, ValueError, KeyError, TypeError, RuntimeError) as unfit:
        flask.current_app.logger.error("the OpenID provider's answer does not fit: %s", type(unfit).__name__)
        raise Refused(_unfit(), 400) from unfit


def _unfit() -> str:
    return _("The answer from %(name)s did not fit, so you are not signed in. Begin again from here.", name=name())


def _callback_address() -> str:
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return str(root + flask.url_for("openid.callback"))
