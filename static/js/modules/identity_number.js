// @ts-check
const K1_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const K2_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const WIDER_CHECK_FROM = 2032;

/**
 * A Norwegian identity number, D-, H- and synthetic numbers too. From 2032 the first check digit may leave 0 to 3.
 * @param {string} digits eleven of them
 * @param {number} year
 */
export function isIdentityNumber(digits, year) {
  if (!/^\d{11}$/.test(digits)) return false;
  const numbers = [...digits].map(Number);
  const allowed = year >= WIDER_CHECK_FROM ? 3 : 0;
  return (
    isDate(Number(digits.slice(0, 2)), Number(digits.slice(2, 4))) &&
    remainder(numbers, K1_WEIGHTS) <= allowed &&
    remainder(numbers, K2_WEIGHTS) === 0
  );
}

/**
 * @param {number[]} numbers
 * @param {number[]} weights
 */
function remainder(numbers, weights) {
  return weights.reduce((sum, weight, index) => sum + weight * numbers[index], 0) % 11;
}

/**
 * @param {number} day
 * @param {number} month
 */
function isDate(day, month) {
  const plainDay = day > 40 ? day - 40 : day;
  const plainMonth = month > 80 ? month - 80 : month > 40 ? month - 40 : month;
  return plainDay >= 1 && plainDay <= 31 && plainMonth >= 1 && plainMonth <= 12;
}
