// `npm run soak` tries the laws with 10,000 pairs of templates and minutes, from a seed that is printed where one fails.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['--test', 'test/properties/laws.test.ts'], {
  env: {
    ...process.env,
    MINUTES_SOAK: process.env.MINUTES_SOAK ?? '10000',
    EXPLORE: process.env.EXPLORE ?? '1',
  },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
