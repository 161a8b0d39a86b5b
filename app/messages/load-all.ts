import deCore from 'virtual:messages/de/core';
import deRest from 'virtual:messages/de/rest';
import sieCore from 'virtual:messages/de-sie/core';
import sieRest from 'virtual:messages/de-sie/rest';
import enCore from 'virtual:messages/en/core';
import enRest from 'virtual:messages/en/rest';
import { addMessages } from './registry.ts';

// The server speaks every language; imported for its effect by entry.server and by tests.
addMessages('en', { ...enCore, ...enRest });
addMessages('de', { ...deCore, ...deRest });
addMessages('de-sie', { ...sieCore, ...sieRest });
