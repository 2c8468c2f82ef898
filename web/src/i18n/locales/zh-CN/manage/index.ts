import holidays from './holidays.json'
import manage from './manage.json'
import policy from './policy.json'
import rounds from './rounds.json'

export default {
  ...holidays,
  ...manage,
  ...policy,
  ...rounds,
}
