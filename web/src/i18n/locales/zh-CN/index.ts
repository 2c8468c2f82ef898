import account from './account.json'
import app from './app.json'
import approvals from './approvals.json'
import booking from './booking.json'
import bookings from './bookings.json'
import calendar from './calendar.json'
import cancel from './cancel.json'
import catalogue from './catalogue.json'
import error from './error.json'
import history from './history.json'
import instrument from './instrument.json'
import ledger from './ledger.json'
import nav from './nav.json'
import not_found from './not_found.json'
import platform from './platform.json'
import price from './price.json'
import repeat from './repeat.json'
import rules from './rules.json'
import sign_in from './sign_in.json'
import statements from './statements.json'
import status from './status.json'
import today from './today.json'
import ui from './ui.json'
import unit from './unit.json'

export default {
  ...account,
  ...app,
  ...approvals,
  ...booking,
  ...bookings,
  ...calendar,
  ...cancel,
  ...catalogue,
  ...error,
  ...history,
  ...instrument,
  ...ledger,
  ...nav,
  ...not_found,
  ...platform,
  ...price,
  ...repeat,
  ...rules,
  ...sign_in,
  ...statements,
  ...status,
  ...today,
  ...ui,
  ...unit,
}
