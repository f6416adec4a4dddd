// Everything works without this file; it only saves steps.

const typingPauseMs = 150;

/** Runs the last call once nobody has called for a moment. */
function settle(run) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, typingPauseMs);
  };
}

/** Fetches; the fetch before it, if it still runs, counts no more and gives undefined. */
function createLatest() {
  let current;
  return async (address) => {
    current?.abort();
    current = new AbortController();
    try {
      const response = await fetch(address, { signal: current.signal });
      return response.ok ? response : undefined;
    } catch (error) {
      if (error.name === 'AbortError') return undefined;
      throw error;
    }
  };
}

/** A form whose results follow as its fields change. */
function follow(form) {
  const latest = createLatest();
  const update = async () => {
    const given = [...new FormData(form)].filter(([, value]) => value !== '');
    const address = `${form.action.split('?')[0]}?${new URLSearchParams(given)}`;
    const response = await latest(address);
    if (response === undefined) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const results = document.getElementById(form.dataset.live);
    document.getElementById('count').textContent = page.getElementById('count').textContent;
    results.replaceChildren(...page.getElementById(form.dataset.live).childNodes);
    for (const select of form.querySelectorAll('select')) {
      const fresh = page.getElementById(select.id);
      if (document.activeElement !== select) select.replaceChildren(...fresh.childNodes);
    }
    history.replaceState(null, '', address);
  };
  form.addEventListener('input', settle(update));
}

/** A field that proposes what fits what is typed. */
function propose(input) {
  const latest = createLatest();
  const [command, option] = input.dataset.suggest.split(' ');
  const lang = document.documentElement.lang;
  const update = async () => {
    const typed = input.value;
    const response = await latest(`/suggest?${new URLSearchParams({ command, option, typed, lang })}`);
    if (response === undefined) return;
    const proposals = (await response.json()).map(({ label, value }) => {
      const proposal = document.createElement('option');
      proposal.value = value;
      if (label !== value) proposal.textContent = label;
      return proposal;
    });
    input.list.replaceChildren(...proposals);
  };
  input.addEventListener('input', settle(update));
}

/** One mark of the picture is reached with Tab; arrow keys go on from there, Home and End to the ends of a lane. */
function walk(picture) {
  const lanes = [...picture.querySelectorAll('[data-lane]')].map((lane) => [...lane.querySelectorAll('a')]);
  const all = lanes.flat();
  const at = (mark) => Number(mark.dataset.x);
  const nearest = (lane, x) => lane?.reduce((a, b) => (Math.abs(at(b) - x) < Math.abs(at(a) - x) ? b : a));
  const go = (mark) => {
    if (mark === undefined) return;
    for (const one of all) one.setAttribute('tabindex', one === mark ? '0' : '-1');
    mark.focus();
    mark.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'center' });
  };
  for (const mark of all) mark.setAttribute('tabindex', mark === all[0] ? '0' : '-1');
  picture.addEventListener('keydown', (event) => {
    const mark = event.target.closest('a');
    const row = lanes.findIndex((lane) => lane.includes(mark));
    if (row < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const lane = lanes[row];
    const place = lane.indexOf(mark);
    const steps = {
      ArrowLeft: () => lane[place - 1],
      ArrowRight: () => lane[place + 1],
      ArrowUp: () => nearest(lanes[row - 1], at(mark)),
      ArrowDown: () => nearest(lanes[row + 1], at(mark)),
      Home: () => lane[0],
      End: () => lane.at(-1),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(step());
  });
}

for (const form of document.querySelectorAll('form[data-live]')) follow(form);
for (const input of document.querySelectorAll('input[data-suggest]')) propose(input);
for (const picture of document.querySelectorAll('[data-timeline]')) walk(picture);
