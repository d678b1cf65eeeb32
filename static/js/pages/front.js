// @ts-check
// The front page: the class code in six boxes.
