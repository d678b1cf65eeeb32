"""Norwegian identity numbers, with D-, H- and synthetic numbers, by their two check digits."""

K1_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
K2_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
D_NUMBER_DAY, H_NUMBER_MONTH, SYNTHETIC_MONTH = 40, 40, 80
WIDER_CHECK_FROM = 2032


def is_identity_number(digits: str, year: int) -> bool:
    """`digits`: eleven of them. From 2032 the first check digit may leave a remainder of 0 to 3."""
    if len(digits) != 11 or not (digits.isascii() and digits.isdigit()):
        return False
    numbers = [int(digit) for digit in digits]
    allowed = range(4) if year >= WIDER_CHECK_FROM else range(1)
    return (
        _is_date(int(digits[:2]), int(digits[2:4]))
        and _remainder(numbers, K1_WEIGHTS) in allowed
        and _remainder(numbers, K2_WEIGHTS) == 0
    )


def _remainder(numbers: list[int], weights: tuple[int, ...]) -> int:
    return sum(number * weight for number, weight in zip(numbers, weights, strict=False)) % 11


def _is_date(day: int, month: int) -> bool:
    day -= D_NUMBER_DAY if day > D_NUMBER_DAY else 0
    month -= SYNTHETIC_MONTH if month > SYNTHETIC_MONTH else H_NUMBER_MONTH if month > H_NUMBER_MONTH else 0
    return 1 <= day <= 31 and 1 <= month <= 12
