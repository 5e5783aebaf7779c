export { countCity } from './overview/city/count-city.ts'
