/** The answer, where it comes within so many milliseconds; throws otherwise. `what` says what was waited for. */
export async function within<T>(milliseconds: number, what: string, answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`the broker is silent: ${what}`)), milliseconds);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
