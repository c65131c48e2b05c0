/** The stack's parameters for the secret that the distribution sends: two secrets, and the index of the one that is sent. */
export const originSecretParameters = {
  secrets: ['OriginSecret0', 'OriginSecret1'],
  sent: 'SentOriginSecret',
} as const;
