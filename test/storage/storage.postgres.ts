import { postgres } from '../support/storage/postgres.ts';
import { describeConnections } from './bodies/connections.ts';
import { describeStorage } from './bodies/index.ts';

describeStorage(postgres);
describeConnections(postgres);
