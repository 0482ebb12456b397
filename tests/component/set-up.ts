import { configure } from '@testing-library/preact';

// Parts that come when they are needed are there from the start, so that none arrives after a test's page is gone.
import.meta.glob(['../../components/**/*.tsx', '../../utils/directory/search.ts'], { eager: true });

// A machine that runs everything at once may take longer than the second that is usual.
configure({ asyncUtilTimeout: 10_000 });
