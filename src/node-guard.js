// Loaded before anything else, and plain JavaScript, so that an older Node can still read it.
const oldestNode = 26;
const [major] = process.versions.node.split('.').map(Number);

if (major < oldestNode) {
  console.error(
    `Minerals Desk needs Node ${oldestNode} or newer, but this is Node ${process.versions.node}: run "npm ci" (it brings a fitting Node along) and start it with the npm scripts, or install Node ${oldestNode} from https://nodejs.org.`,
  );
  process.exit(1);
}
