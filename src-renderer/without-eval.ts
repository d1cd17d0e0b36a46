import { z } from 'zod';

// The page's policy lets no text become code. Where zod tries to all the same, the browser counts it as an attack.
z.config({ jitless: true });
