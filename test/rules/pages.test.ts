import { runSuitesOf } from '../support/suite-table.ts';

runSuitesOf(import.meta.filename);
