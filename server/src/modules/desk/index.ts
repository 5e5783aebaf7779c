export { countCity } from './overview/city/count-city.ts'
export { deliverMessages } from './reminder/deliver.ts'
