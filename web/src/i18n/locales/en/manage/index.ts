import holidays from './holidays.json'
import manage from './manage.json'
import policy from './policy.json'

export default {
  ...holidays,
  ...manage,
  ...policy,
}
