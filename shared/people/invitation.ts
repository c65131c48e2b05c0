/** Days until the temporary password of an invitation expires: the user pool's `tempPasswordValidity`. */
export const invitationDays = 3;
