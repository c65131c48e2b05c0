const digits = new Intl.NumberFormat('vi-VN');

/** `12.281.929`, as numbers are written in Viet Nam. */
export const numberText = (number: number): string => digits.format(number);
