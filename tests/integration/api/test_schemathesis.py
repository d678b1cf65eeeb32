"""Schemathesis asks for what the API's own description lets be asked for, and for what it does not: nothing makes it stumble."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.integration.api.conftest import Layers

ASKED = 4  # times at each address, fitting and not fitting


@pytest.mark.parametrize("fits", [True, False])
def test_no_request_makes_the_api_stumble(known: Layers, fits: bool) -> None:
    # Here, as it takes long to load and this is the only test that needs it.
    import schemathesis
    from schemathesis import GenerationMode
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi import checks

    kept = [
        not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_headers_conformance,
        checks.response_schema_conformance,
    ]
    mode = GenerationMode.POSITIVE if fits else GenerationMode.NEGATIVE
    headers = known.full | {"Accept-Encoding": "identity"}
    schema = schemathesis.openapi.from_wsgi("/ogc/api", known.client.application, headers=dict(headers))
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) == 18  # all but the description itself
    asked = []
    for operation in operations:
        if fits or operation.query or operation.path_parameters:

            @given(case=operation.as_strategy(generation_mode=mode))
            @settings(max_examples=ASKED)
            def ask(case: schemathesis.Case) -> None:
                asked.append(case.path)
                case.call_and_validate(headers=dict(headers), checks=kept)

            ask()
    assert len(asked) > 20
