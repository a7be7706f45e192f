/**
 * `make`, for an input that several ask about in turn: it remembers what it made last. One input is held at a time, so
 * that nothing grows; a map by input, even a weak one, keeps every draft until all of memory is swept.
 */
export function remembering<Input extends object | string, Made>(make: (input: Input) => Made): (input: Input) => Made {
  let last: { readonly input: Input; readonly made: Made } | null = null;
  return (input) => {
    if (last?.input !== input) last = { input, made: make(input) };
    return last.made;
  };
}
