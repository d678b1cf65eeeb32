"""Conditions and calculations of a questionnaire: one small typed language, written as JSON.

docs/conditions.md tells the language whole. This evaluator has the last word; static/js/surveys/conditions.js gives the
same answers on the device, and tests/data/condition_cases.json holds both to it.
"""
