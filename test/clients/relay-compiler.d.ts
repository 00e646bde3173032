/** It ships no types: the path of its program for this machine. */
declare module 'relay-compiler' {
  const program: string;
  export default program;
}
