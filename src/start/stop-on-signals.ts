/** The first signal lets everything finish what is in flight, and ends the program; a second one does not wait. */
export function stopOnSignals(stop: () => Promise<unknown>): void {
  let isStopping = false;
  const onSignal = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await stop();
    process.exit(0);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
