import { z } from 'zod';

// An extension page's policy forbids `eval`. zod would try it, be refused, and leave a report of a breach.
z.config({ jitless: true });
