export { generateCity } from './generate-city.ts';
