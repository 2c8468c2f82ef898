import book_for from './book_for.json'
import clearances from './clearances.json'
import credit from './credit.json'
import holidays from './holidays.json'
import manage from './manage.json'
import outage from './outage.json'
import policy from './policy.json'
import rounds from './rounds.json'
import waiver from './waiver.json'

export default {
  ...book_for,
  ...clearances,
  ...credit,
  ...holidays,
  ...manage,
  ...outage,
  ...policy,
  ...rounds,
  ...waiver,
}
