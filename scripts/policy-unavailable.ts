/** This machine offers no way to set managed policy. */
export class PolicyUnavailable extends Error {
  override name = 'PolicyUnavailable';
}
