// Generated from /api/v1/openapi.json by `npm run gen:api`. Do not edit.
export interface paths {
    "/api/v1/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Version, clock and, in a demonstration, its sign-ins */
        get: operations["get_api_v1_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accessories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace an accessory */
        put: operations["put_api_v1_accessories_id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balance, holds and limit */
        get: operations["get_api_v1_accounts_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/credit-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how much may be owed and held */
        put: operations["put_api_v1_accounts_id_credit_limit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Postings of the account */
        get: operations["get_api_v1_accounts_id_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Below which balance the company is told */
        put: operations["put_api_v1_accounts_id_notices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its projects (cost centres) */
        get: operations["get_api_v1_accounts_id_projects"];
        put?: never;
        /** Add, rename, close or reopen a project */
        post: operations["post_api_v1_accounts_id_projects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/spending-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What members and projects may spend */
        get: operations["get_api_v1_accounts_id_spending_limits"];
        put?: never;
        /** Limit what a member or a project may spend */
        post: operations["post_api_v1_accounts_id_spending_limits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a charge */
        post: operations["post_api_v1_adjustments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alternatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What else would do for a wish, best first */
        get: operations["get_api_v1_alternatives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own tokens */
        get: operations["get_api_v1_api_tokens"];
        put?: never;
        /** Make a token for a program; it is shown once */
        post: operations["post_api_v1_api_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["delete_api_v1_api_tokens_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The earliest free slots across instruments */
        post: operations["post_api_v1_availability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came in by the bank, newest first */
        get: operations["get_api_v1_bank_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose payment a line is */
        post: operations["post_api_v1_bank_lines_id_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines/{id}/ignore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a line is no customer's payment */
        post: operations["post_api_v1_bank_lines_id_ignore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When to pay, and what follows otherwise */
        get: operations["get_api_v1_billing_policy"];
        /** Replace the billing policy */
        put: operations["put_api_v1_billing_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a series or a bundle, or preview it and its quote */
        post: operations["post_api_v1_booking_groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group with its bookings */
        get: operations["get_api_v1_booking_groups_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-groups/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve what is requested of a group */
        post: operations["post_api_v1_booking_groups_id_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-groups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel one, this and those after it, or all */
        post: operations["post_api_v1_booking_groups_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-groups/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lengthen a series, or preview it */
        post: operations["post_api_v1_booking_groups_id_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-groups/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject what is requested of a group */
        post: operations["post_api_v1_booking_groups_id_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-groups/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move one, this and those after it, or all */
        post: operations["post_api_v1_booking_groups_id_reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bookings by scope */
        get: operations["get_api_v1_bookings"];
        put?: never;
        /** Book */
        post: operations["post_api_v1_bookings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One booking with its history */
        get: operations["get_api_v1_bookings_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, setting rules aside where an administrator says so */
        post: operations["post_api_v1_bookings_id_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/bump": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Push a booking aside, with a reason, in time, and with a new place for it */
        post: operations["post_api_v1_bookings_id_bump"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel */
        post: operations["post_api_v1_bookings_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the use */
        post: operations["post_api_v1_bookings_id_check_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the use and charge it */
        post: operations["post_api_v1_bookings_id_check_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an approver needs to know */
        get: operations["get_api_v1_bookings_id_facts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nobody came */
        post: operations["post_api_v1_bookings_id_no_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject with a reason */
        post: operations["post_api_v1_bookings_id_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose another place for a displaced booking */
        post: operations["post_api_v1_bookings_id_replace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/replan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a displaced booking */
        get: operations["get_api_v1_bookings_id_replan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move */
        post: operations["post_api_v1_bookings_id_reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/{id}/shift-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the user of the next booking to start later */
        post: operations["post_api_v1_bookings_id_shift_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide many requests */
        post: operations["post_api_v1_bookings_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The classification */
        get: operations["get_api_v1_categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clearances of a platform, or one's own */
        get: operations["get_api_v1_clearances"];
        put?: never;
        /** Grant a clearance */
        post: operations["post_api_v1_clearances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clearances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a clearance */
        delete: operations["delete_api_v1_clearances_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credit notes, adjustments and write-offs, newest first */
        get: operations["get_api_v1_corrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a correction, as the second person */
        post: operations["post_api_v1_corrections_id_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not agree to a correction */
        post: operations["post_api_v1_corrections_id_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back a part of a charge */
        post: operations["post_api_v1_credit_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What costs points, and what suspends */
        get: operations["get_api_v1_credit_policy"];
        /** Replace the credit policy */
        put: operations["put_api_v1_credit_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to forgive an entry */
        post: operations["post_api_v1_credit_id_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgive an entry, or not */
        post: operations["post_api_v1_credit_id_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credit/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open appeals that the caller may decide, oldest first */
        get: operations["get_api_v1_credit_appeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move the server's clock */
        put: operations["put_api_v1_demo_clock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a deposit, or give it back */
        post: operations["post_api_v1_deposits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes, newest first */
        get: operations["get_api_v1_disputes"];
        put?: never;
        /** Dispute a charge, or a line of its bill */
        post: operations["post_api_v1_disputes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a dispute by a credit note, an adjustment, or no */
        post: operations["post_api_v1_disputes_id_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live changes (server-sent events) */
        get: operations["get_api_v1_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public holidays and make-up working days */
        get: operations["get_api_v1_holidays"];
        /** Replace the holiday calendar */
        put: operations["put_api_v1_holidays"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/income-splits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who gets which share of the income, newest first */
        get: operations["get_api_v1_income_splits"];
        put?: never;
        /** Divide the income anew from a date on */
        post: operations["post_api_v1_income_splits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The institutions */
        get: operations["get_api_v1_institutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/fees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public list of fees */
        get: operations["get_api_v1_institutions_id_fees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/fees.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for spreadsheets */
        get: operations["get_api_v1_institutions_id_fees_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/price-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether changed prices wait for finance */
        get: operations["get_api_v1_institutions_id_price_approval"];
        /** Say whether they do */
        put: operations["put_api_v1_institutions_id_price_approval"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/price-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The institution's own price classes */
        get: operations["get_api_v1_institutions_id_price_classes"];
        /** Replace them */
        put: operations["put_api_v1_institutions_id_price_classes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an institution keeps its word: cancellations, outages, answer times */
        get: operations["get_api_v1_institutions_id_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the catalogue */
        get: operations["get_api_v1_instruments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One instrument */
        get: operations["get_api_v1_instruments_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/accessories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be booked along with it */
        get: operations["get_api_v1_instruments_id_accessories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is taken and closed */
        get: operations["get_api_v1_instruments_id_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outages from now on */
        get: operations["get_api_v1_instruments_id_outages"];
        put?: never;
        /** Report an outage; with replan, hold a new place for each booking that it pushes aside */
        post: operations["post_api_v1_instruments_id_outages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/outages/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an outage would push aside, and where it could go */
        post: operations["post_api_v1_instruments_id_outages_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the booking rules */
        put: operations["put_api_v1_instruments_id_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The booking rules that it had, newest first, with who changed them */
        get: operations["get_api_v1_instruments_id_policy_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the prices */
        put: operations["put_api_v1_instruments_id_rates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/rates/example": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a draft of the prices would charge, beside those in force; writes nothing */
        post: operations["post_api_v1_instruments_id_rates_example"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/rates/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of the prices, with who changed them */
        get: operations["get_api_v1_instruments_id_rates_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instruments/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same of an instrument */
        get: operations["get_api_v1_instruments_id_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prove that the books balance */
        get: operations["get_api_v1_ledger_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: operations["get_api_v1_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own credit */
        get: operations["get_api_v1_me_credit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's open offers */
        get: operations["get_api_v1_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book what is offered */
        post: operations["post_api_v1_offers_id_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline what is offered */
        post: operations["post_api_v1_offers_id_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["get_api_v1_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose accounts the caller may see */
        get: operations["get_api_v1_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/price-class": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give an organisation a class, or none */
        put: operations["put_api_v1_organisations_id_price_class"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an outage */
        delete: operations["delete_api_v1_outages_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outages/{id}/replan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the bookings that an outage pushed aside */
        get: operations["get_api_v1_outages_id_replan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a payment */
        post: operations["post_api_v1_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import the bank's list (CSV) and match its lines; a dry run unless commit=true */
        post: operations["post_api_v1_payments_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The platforms */
        get: operations["get_api_v1_platforms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One platform */
        get: operations["get_api_v1_platforms_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{id}/accessories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an accessory */
        post: operations["post_api_v1_platforms_id_accessories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same of a platform, by instrument */
        get: operations["get_api_v1_platforms_id_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Booking rules of real services */
        get: operations["get_api_v1_policy_presets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The price and the rules of a wish */
        post: operations["post_api_v1_quotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of prices that wait, or were decided */
        get: operations["get_api_v1_rates_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates-proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them, beside the prices in force */
        get: operations["get_api_v1_rates_proposals_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates-proposals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the prices in force */
        post: operations["post_api_v1_rates_proposals_id_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates-proposals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject with a reason */
        post: operations["post_api_v1_rates_proposals_id_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back what is paid ahead */
        post: operations["post_api_v1_refunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Companies that ask for an account */
        get: operations["get_api_v1_registrations"];
        put?: never;
        /** A company asks for an account */
        post: operations["post_api_v1_registrations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the account, with its first user */
        post: operations["post_api_v1_registrations_id_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline an account, with the reason */
        post: operations["post_api_v1_registrations_id_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Allocation rounds, newest first */
        get: operations["get_api_v1_rounds"];
        put?: never;
        /** Open an allocation round */
        post: operations["post_api_v1_rounds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One round */
        get: operations["get_api_v1_rounds_id"];
        put?: never;
        post?: never;
        /** Cancel a round that collects */
        delete: operations["delete_api_v1_rounds_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/allocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a closed round; with dry_run=true, show what it would decide now */
        post: operations["post_api_v1_rounds_id_allocate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rounds/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results of one's own requests; of all, for staff */
        get: operations["get_api_v1_rounds_id_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["post_api_v1_session"];
        /** Sign out */
        delete: operations["delete_api_v1_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shift-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open ones that concern my bookings */
        get: operations["get_api_v1_shift_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shift-proposals/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start later */
        post: operations["post_api_v1_shift_proposals_id_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shift-proposals/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start as booked */
        post: operations["post_api_v1_shift_proposals_id_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spending-limits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift a limit */
        delete: operations["delete_api_v1_spending_limits_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Monthly statements */
        get: operations["get_api_v1_statements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One statement with its lines */
        get: operations["get_api_v1_statements_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspensions/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a suspension */
        post: operations["post_api_v1_suspensions_id_lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may operate what */
        get: operations["get_api_v1_trainings"];
        put?: never;
        /** Grant a training */
        post: operations["post_api_v1_trainings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The credit of a user */
        get: operations["get_api_v1_users_id_credit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My entries, newest first, with my place in line */
        get: operations["get_api_v1_waitlist"];
        put?: never;
        /** Wait for time that is taken */
        post: operations["post_api_v1_waitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave the waitlist */
        delete: operations["delete_api_v1_waitlist_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the offered time */
        post: operations["post_api_v1_waitlist_id_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass on the offered time */
        post: operations["post_api_v1_waitlist_id_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up what is owed */
        post: operations["post_api_v1_write_offs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live changes (server-sent events) */
        get: operations["get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process takes requests */
        get: operations["get_readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: {
        /** @description a problem (RFC 9457) */
        problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    code: string;
                    detail?: string;
                    errors?: {
                        code?: string;
                        field?: string;
                        message?: string;
                    }[];
                    request_id?: string;
                    status: number;
                    title: string;
                    type: string;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_api_v1_about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demo: boolean;
                        demo_password?: string | null;
                        demo_sign_ins: {
                            login: string;
                            name_en: string;
                            name_zh: string;
                            /** @enum {string} */
                            role: "visitor" | "member" | "company_admin" | "operator" | "platform_admin" | "institution_admin" | "finance" | "secretariat" | "system_admin";
                        }[];
                        /** Format: date-time */
                        now: string;
                        time_zone: string;
                        version: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_accessories_id: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    instrument_id?: string | null;
                    name_en: string;
                    name_zh: string;
                    stock: number;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        instrument_id?: string | null;
                        left?: number | null;
                        name_en: string;
                        name_zh: string;
                        platform_id: string;
                        stock: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_accounts_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        available_fen: number;
                        balance_fen: number;
                        blocked: boolean;
                        credit_limit_fen: number;
                        deposit_fen: number;
                        held_fen: number;
                        low_balance_fen?: number | null;
                        name: string;
                        organisation_id: string;
                        overdue_fen: number;
                        owed_fen: number;
                        prepaid_fen: number;
                        vouchers: string[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_accounts_id_credit_limit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credit_limit_fen: number;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        credit_limit_fen: number;
                        low_balance_fen?: number | null;
                        organisation_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_accounts_id_entries: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_fen: number;
                            /** Format: date-time */
                            at: string;
                            booking_id?: string | null;
                            id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            /** @enum {string} */
                            kind: "hold" | "hold_release" | "hold_capture" | "charge" | "payment" | "refund" | "deposit" | "deposit_return" | "credit_note" | "adjustment" | "write_off";
                            reference: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_accounts_id_notices: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    low_balance_fen?: number | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        credit_limit_fen: number;
                        low_balance_fen?: number | null;
                        organisation_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_accounts_id_projects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            active: boolean;
                            code: string;
                            id: string;
                            name: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_accounts_id_projects: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean | null;
                    code: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        code: string;
                        id: string;
                        name: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_accounts_id_spending_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_fen: number;
                            id: string;
                            /** @enum {string} */
                            period: "month" | "year" | "total";
                            project: string;
                            project_id?: string | null;
                            spent_fen: number;
                            user_id?: string | null;
                            user_name: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_accounts_id_spending_limits: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen: number;
                    login?: string | null;
                    /** @enum {string} */
                    period: "month" | "year" | "total";
                    project?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        id: string;
                        /** @enum {string} */
                        period: "month" | "year" | "total";
                        project: string;
                        project_id?: string | null;
                        spent_fen: number;
                        user_id?: string | null;
                        user_name: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_adjustments: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen: number;
                    booking_id?: string | null;
                    reason: string;
                    transaction_id?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        charge_id?: string | null;
                        decided_at?: string | null;
                        decided_by?: string | null;
                        decision_reason: string;
                        dispute_id?: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "credit_note" | "adjustment" | "write_off";
                        organisation_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "proposed" | "posted" | "refused";
                        transaction_id?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_alternatives: {
        parameters: {
            query?: {
                end?: string;
                instrument_id?: string;
                limit?: number;
                same_length?: boolean;
                samples?: number;
                staff_minutes?: number;
                start?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        end: string;
                        instrument_id: string;
                        items: {
                            /** Format: date-time */
                            end: string;
                            institution_short: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            parts: {
                                /** Format: date-time */
                                end: string;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                            }[];
                            points: number;
                            reasons: {
                                amount: number;
                                /** @enum {string} */
                                code: "same_time" | "earlier" | "later" | "shorter" | "split" | "category" | "specs" | "samples" | "place" | "price";
                                points: number;
                                text: string;
                            }[];
                            shift_minutes: number;
                            /** Format: date-time */
                            start: string;
                            total_fen: number;
                            whole_total_fen: number;
                            /** @enum {string} */
                            why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                            why_text: string;
                        }[];
                        /** Format: date-time */
                        start: string;
                        taken: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_api_tokens: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            expires_at?: string | null;
                            id: string;
                            name: string;
                            scopes: ("read" | "book" | "operate" | "administer" | "money")[];
                            token?: string | null;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_api_tokens: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expires_at?: string | null;
                    name: string;
                    scopes: ("read" | "book" | "operate" | "administer" | "money")[];
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        expires_at?: string | null;
                        id: string;
                        name: string;
                        scopes: ("read" | "book" | "operate" | "administer" | "money")[];
                        token?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_api_tokens_id: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    post_api_v1_availability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    duration_minutes: number;
                    filter?: {
                        category?: string | null;
                        domain?: string | null;
                        institution?: string | null;
                        max_hourly_fen?: number | null;
                        platform?: string | null;
                        q?: string | null;
                        requires_training?: boolean | null;
                        sample_service?: boolean | null;
                        status?: string | null;
                    } | null;
                    /** Format: date-time */
                    from: string;
                    limit?: number | null;
                    /** Format: date-time */
                    to: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            end: string;
                            instrument_id: string;
                            /** Format: date-time */
                            start: string;
                            total_fen?: number | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_bank_lines: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_fen: number;
                            bank_reference: string;
                            id?: string | null;
                            imported_at?: string | null;
                            /** @enum {string} */
                            matched_by: "nothing" | "reference" | "amount" | "name" | "hand";
                            organisation_id?: string | null;
                            /** Format: date */
                            paid_on: string;
                            payer_account: string;
                            payer_name: string;
                            reason: string;
                            /** @enum {string} */
                            status: "unmatched" | "matched" | "assigned" | "ignored";
                            text: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bank_lines_id_assign: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organisation_id: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        bank_reference: string;
                        id?: string | null;
                        imported_at?: string | null;
                        /** @enum {string} */
                        matched_by: "nothing" | "reference" | "amount" | "name" | "hand";
                        organisation_id?: string | null;
                        /** Format: date */
                        paid_on: string;
                        payer_account: string;
                        payer_name: string;
                        reason: string;
                        /** @enum {string} */
                        status: "unmatched" | "matched" | "assigned" | "ignored";
                        text: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bank_lines_id_ignore: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        bank_reference: string;
                        id?: string | null;
                        imported_at?: string | null;
                        /** @enum {string} */
                        matched_by: "nothing" | "reference" | "amount" | "name" | "hand";
                        organisation_id?: string | null;
                        /** Format: date */
                        paid_on: string;
                        payer_account: string;
                        payer_name: string;
                        reason: string;
                        /** @enum {string} */
                        status: "unmatched" | "matched" | "assigned" | "ignored";
                        text: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_billing_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dunning?: {
                            /** @enum {string} */
                            action: "remind" | "warn" | "block";
                            after_days: number;
                        }[];
                        payment_days?: number;
                        second_approval_above_fen?: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_billing_policy: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dunning?: {
                        /** @enum {string} */
                        action: "remind" | "warn" | "block";
                        after_days: number;
                    }[];
                    payment_days?: number;
                    second_approval_above_fen?: number;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dunning?: {
                            /** @enum {string} */
                            action: "remind" | "warn" | "block";
                            after_days: number;
                        }[];
                        payment_days?: number;
                        second_approval_above_fen?: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    booking?: {
                        alternatives?: {
                            /** Format: date-time */
                            end: string;
                            instrument_id?: string | null;
                            /** Format: date-time */
                            start: string;
                        }[] | null;
                        /** Format: date-time */
                        end: string;
                        for_login?: string | null;
                        instrument_id: string;
                        needed_by?: string | null;
                        options?: {
                            accessories?: {
                                id: string;
                                quantity: number;
                            }[] | null;
                            consumables?: {
                                name: string;
                                quantity: number;
                            }[] | null;
                            staff_minutes?: number | null;
                            training?: boolean | null;
                            urgent?: boolean | null;
                        } | null;
                        project?: string | null;
                        purchase_order?: string | null;
                        purpose: string;
                        quote_id?: string | null;
                        samples?: number | null;
                        /** Format: date-time */
                        start: string;
                        waive?: string[] | null;
                        waive_reason?: string | null;
                    } | null;
                    bookings?: {
                        alternatives?: {
                            /** Format: date-time */
                            end: string;
                            instrument_id?: string | null;
                            /** Format: date-time */
                            start: string;
                        }[] | null;
                        /** Format: date-time */
                        end: string;
                        for_login?: string | null;
                        instrument_id: string;
                        needed_by?: string | null;
                        options?: {
                            accessories?: {
                                id: string;
                                quantity: number;
                            }[] | null;
                            consumables?: {
                                name: string;
                                quantity: number;
                            }[] | null;
                            staff_minutes?: number | null;
                            training?: boolean | null;
                            urgent?: boolean | null;
                        } | null;
                        project?: string | null;
                        purchase_order?: string | null;
                        purpose: string;
                        quote_id?: string | null;
                        samples?: number | null;
                        /** Format: date-time */
                        start: string;
                        waive?: string[] | null;
                        waive_reason?: string | null;
                    }[] | null;
                    exceptions?: string[] | null;
                    missing?: ("skip" | "last") | null;
                    partial?: boolean | null;
                    preview?: boolean | null;
                    quote_id?: string | null;
                    recurrence?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        id: string;
                        items: {
                            booking?: {
                                charge?: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                        corrected_at?: string | null;
                                        description: string;
                                        per: number;
                                        percent: number;
                                        quantity: number;
                                        rule: string;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                } | null;
                                competing?: number | null;
                                cost_centre?: {
                                    project?: string | null;
                                    project_name: string;
                                    purchase_order: string;
                                } | null;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                end: string;
                                etag: string;
                                group_id?: string | null;
                                history?: {
                                    actor_name: string;
                                    /** Format: date-time */
                                    at: string;
                                    kind: string;
                                    reason: string;
                                }[] | null;
                                id: string;
                                institution_id: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                may: string[];
                                options: {
                                    accessories: {
                                        id: string;
                                        quantity: number;
                                    }[];
                                    consumables: {
                                        code: string;
                                        quantity: number;
                                    }[];
                                    staff_minutes: number;
                                    training: boolean;
                                    urgent: boolean;
                                };
                                organisation_id: string;
                                organisation_name: string;
                                platform_id: string;
                                policy_version: number;
                                price_class: string;
                                provisional: boolean;
                                purpose: string;
                                quote: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                        corrected_at?: string | null;
                                        description: string;
                                        per: number;
                                        percent: number;
                                        quantity: number;
                                        rule: string;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                };
                                rates_version: number;
                                reason: string;
                                round?: {
                                    alternatives: {
                                        /** Format: date-time */
                                        end: string;
                                        instrument_id: string;
                                        /** Format: date-time */
                                        start: string;
                                    }[];
                                    /** Format: date-time */
                                    cut_off: string;
                                    id: string;
                                    needed_by?: string | null;
                                } | null;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                                /** @enum {string} */
                                status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                                usage?: {
                                    consumables: {
                                        code: string;
                                        quantity: number;
                                    }[];
                                    end?: string | null;
                                    note: string;
                                    samples: number;
                                    /** Format: date-time */
                                    start: string;
                                } | null;
                                user_id: string;
                                user_name: string;
                                waivers?: {
                                    /** Format: date-time */
                                    at: string;
                                    by_name: string;
                                    reason: string;
                                    rules: string[];
                                }[] | null;
                                warning?: string | null;
                            } | null;
                            /** Format: date-time */
                            end: string;
                            index: number;
                            instrument_id: string;
                            refused?: {
                                alternatives?: {
                                    /** Format: date-time */
                                    end: string;
                                    institution_short: string;
                                    instrument_id: string;
                                    instrument_name_en: string;
                                    instrument_name_zh: string;
                                    parts: {
                                        /** Format: date-time */
                                        end: string;
                                        /** Format: date-time */
                                        start: string;
                                        total_fen: number;
                                    }[];
                                    points: number;
                                    reasons: {
                                        amount: number;
                                        /** @enum {string} */
                                        code: "same_time" | "earlier" | "later" | "shorter" | "split" | "category" | "specs" | "samples" | "place" | "price";
                                        points: number;
                                        text: string;
                                    }[];
                                    shift_minutes: number;
                                    /** Format: date-time */
                                    start: string;
                                    total_fen: number;
                                    whole_total_fen: number;
                                    /** @enum {string} */
                                    why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                                    why_text: string;
                                }[] | null;
                                code: string;
                                detail: string;
                                errors: {
                                    code: string;
                                    field: string;
                                    message: string;
                                }[];
                                violations: {
                                    message: string;
                                    params: {
                                        [key: string]: string;
                                    };
                                    rule: string;
                                }[];
                            } | null;
                            /** Format: date-time */
                            start: string;
                            total_fen?: number | null;
                        }[];
                        quote_id?: string | null;
                        recurrence: string;
                        refused: number;
                        total_fen: number;
                        valid_until?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_booking_groups_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        id: string;
                        items: {
                            booking?: {
                                charge?: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                        corrected_at?: string | null;
                                        description: string;
                                        per: number;
                                        percent: number;
                                        quantity: number;
                                        rule: string;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                } | null;
                                competing?: number | null;
                                cost_centre?: {
                                    project?: string | null;
                                    project_name: string;
                                    purchase_order: string;
                                } | null;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                end: string;
                                etag: string;
                                group_id?: string | null;
                                history?: {
                                    actor_name: string;
                                    /** Format: date-time */
                                    at: string;
                                    kind: string;
                                    reason: string;
                                }[] | null;
                                id: string;
                                institution_id: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                may: string[];
                                options: {
                                    accessories: {
                                        id: string;
                                        quantity: number;
                                    }[];
                                    consumables: {
                                        code: string;
                                        quantity: number;
                                    }[];
                                    staff_minutes: number;
                                    training: boolean;
                                    urgent: boolean;
                                };
                                organisation_id: string;
                                organisation_name: string;
                                platform_id: string;
                                policy_version: number;
                                price_class: string;
                                provisional: boolean;
                                purpose: string;
                                quote: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                        corrected_at?: string | null;
                                        description: string;
                                        per: number;
                                        percent: number;
                                        quantity: number;
                                        rule: string;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                };
                                rates_version: number;
                                reason: string;
                                round?: {
                                    alternatives: {
                                        /** Format: date-time */
                                        end: string;
                                        instrument_id: string;
                                        /** Format: date-time */
                                        start: string;
                                    }[];
                                    /** Format: date-time */
                                    cut_off: string;
                                    id: string;
                                    needed_by?: string | null;
                                } | null;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                                /** @enum {string} */
                                status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                                usage?: {
                                    consumables: {
                                        code: string;
                                        quantity: number;
                                    }[];
                                    end?: string | null;
                                    note: string;
                                    samples: number;
                                    /** Format: date-time */
                                    start: string;
                                } | null;
                                user_id: string;
                                user_name: string;
                                waivers?: {
                                    /** Format: date-time */
                                    at: string;
                                    by_name: string;
                                    reason: string;
                                    rules: string[];
                                }[] | null;
                                warning?: string | null;
                            } | null;
                            /** Format: date-time */
                            end: string;
                            index: number;
                            instrument_id: string;
                            refused?: {
                                alternatives?: {
                                    /** Format: date-time */
                                    end: string;
                                    institution_short: string;
                                    instrument_id: string;
                                    instrument_name_en: string;
                                    instrument_name_zh: string;
                                    parts: {
                                        /** Format: date-time */
                                        end: string;
                                        /** Format: date-time */
                                        start: string;
                                        total_fen: number;
                                    }[];
                                    points: number;
                                    reasons: {
                                        amount: number;
                                        /** @enum {string} */
                                        code: "same_time" | "earlier" | "later" | "shorter" | "split" | "category" | "specs" | "samples" | "place" | "price";
                                        points: number;
                                        text: string;
                                    }[];
                                    shift_minutes: number;
                                    /** Format: date-time */
                                    start: string;
                                    total_fen: number;
                                    whole_total_fen: number;
                                    /** @enum {string} */
                                    why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                                    why_text: string;
                                }[] | null;
                                code: string;
                                detail: string;
                                errors: {
                                    code: string;
                                    field: string;
                                    message: string;
                                }[];
                                violations: {
                                    message: string;
                                    params: {
                                        [key: string]: string;
                                    };
                                    rule: string;
                                }[];
                            } | null;
                            /** Format: date-time */
                            start: string;
                            total_fen?: number | null;
                        }[];
                        quote_id?: string | null;
                        recurrence: string;
                        refused: number;
                        total_fen: number;
                        valid_until?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups_id_approve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    booking_id?: string | null;
                    reason?: string | null;
                    /** @enum {string} */
                    scope: "one" | "following" | "all";
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items?: {
                            charge?: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            } | null;
                            competing?: number | null;
                            cost_centre?: {
                                project?: string | null;
                                project_name: string;
                                purchase_order: string;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            end: string;
                            etag: string;
                            group_id?: string | null;
                            history?: {
                                actor_name: string;
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                reason: string;
                            }[] | null;
                            id: string;
                            institution_id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            may: string[];
                            options: {
                                accessories: {
                                    id: string;
                                    quantity: number;
                                }[];
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                staff_minutes: number;
                                training: boolean;
                                urgent: boolean;
                            };
                            organisation_id: string;
                            organisation_name: string;
                            platform_id: string;
                            policy_version: number;
                            price_class: string;
                            provisional: boolean;
                            purpose: string;
                            quote: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            };
                            rates_version: number;
                            reason: string;
                            round?: {
                                alternatives: {
                                    /** Format: date-time */
                                    end: string;
                                    instrument_id: string;
                                    /** Format: date-time */
                                    start: string;
                                }[];
                                /** Format: date-time */
                                cut_off: string;
                                id: string;
                                needed_by?: string | null;
                            } | null;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            usage?: {
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                end?: string | null;
                                note: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                            } | null;
                            user_id: string;
                            user_name: string;
                            waivers?: {
                                /** Format: date-time */
                                at: string;
                                by_name: string;
                                reason: string;
                                rules: string[];
                            }[] | null;
                            warning?: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups_id_extend: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    missing?: ("skip" | "last") | null;
                    more?: number | null;
                    partial?: boolean | null;
                    preview?: boolean | null;
                    quote_id?: string | null;
                    recurrence?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        id: string;
                        items: {
                            booking?: {
                                charge?: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                        corrected_at?: string | null;
                                        description: string;
                                        per: number;
                                        percent: number;
                                        quantity: number;
                                        rule: string;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                } | null;
                                competing?: number | null;
                                cost_centre?: {
                                    project?: string | null;
                                    project_name: string;
                                    purchase_order: string;
                                } | null;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                end: string;
                                etag: string;
                                group_id?: string | null;
                                history?: {
                                    actor_name: string;
                                    /** Format: date-time */
                                    at: string;
                                    kind: string;
                                    reason: string;
                                }[] | null;
                                id: string;
                                institution_id: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                may: string[];
                                options: {
                                    accessories: {
                                        id: string;
                                        quantity: number;
                                    }[];
                                    consumables: {
                                        code: string;
                                        quantity: number;
                                    }[];
                                    staff_minutes: number;
                                    training: boolean;
                                    urgent: boolean;
                                };
                                organisation_id: string;
                                organisation_name: string;
                                platform_id: string;
                                policy_version: number;
                                price_class: string;
                                provisional: boolean;
                                purpose: string;
                                quote: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                        corrected_at?: string | null;
                                        description: string;
                                        per: number;
                                        percent: number;
                                        quantity: number;
                                        rule: string;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                };
                                rates_version: number;
                                reason: string;
                                round?: {
                                    alternatives: {
                                        /** Format: date-time */
                                        end: string;
                                        instrument_id: string;
                                        /** Format: date-time */
                                        start: string;
                                    }[];
                                    /** Format: date-time */
                                    cut_off: string;
                                    id: string;
                                    needed_by?: string | null;
                                } | null;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                                /** @enum {string} */
                                status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                                usage?: {
                                    consumables: {
                                        code: string;
                                        quantity: number;
                                    }[];
                                    end?: string | null;
                                    note: string;
                                    samples: number;
                                    /** Format: date-time */
                                    start: string;
                                } | null;
                                user_id: string;
                                user_name: string;
                                waivers?: {
                                    /** Format: date-time */
                                    at: string;
                                    by_name: string;
                                    reason: string;
                                    rules: string[];
                                }[] | null;
                                warning?: string | null;
                            } | null;
                            /** Format: date-time */
                            end: string;
                            index: number;
                            instrument_id: string;
                            refused?: {
                                alternatives?: {
                                    /** Format: date-time */
                                    end: string;
                                    institution_short: string;
                                    instrument_id: string;
                                    instrument_name_en: string;
                                    instrument_name_zh: string;
                                    parts: {
                                        /** Format: date-time */
                                        end: string;
                                        /** Format: date-time */
                                        start: string;
                                        total_fen: number;
                                    }[];
                                    points: number;
                                    reasons: {
                                        amount: number;
                                        /** @enum {string} */
                                        code: "same_time" | "earlier" | "later" | "shorter" | "split" | "category" | "specs" | "samples" | "place" | "price";
                                        points: number;
                                        text: string;
                                    }[];
                                    shift_minutes: number;
                                    /** Format: date-time */
                                    start: string;
                                    total_fen: number;
                                    whole_total_fen: number;
                                    /** @enum {string} */
                                    why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                                    why_text: string;
                                }[] | null;
                                code: string;
                                detail: string;
                                errors: {
                                    code: string;
                                    field: string;
                                    message: string;
                                }[];
                                violations: {
                                    message: string;
                                    params: {
                                        [key: string]: string;
                                    };
                                    rule: string;
                                }[];
                            } | null;
                            /** Format: date-time */
                            start: string;
                            total_fen?: number | null;
                        }[];
                        quote_id?: string | null;
                        recurrence: string;
                        refused: number;
                        total_fen: number;
                        valid_until?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups_id_reject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups_id_reschedule: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    booking_id?: string | null;
                    end?: string | null;
                    /** @enum {string} */
                    scope: "one" | "following" | "all";
                    shift_minutes?: number | null;
                    start?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items?: {
                            charge?: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            } | null;
                            competing?: number | null;
                            cost_centre?: {
                                project?: string | null;
                                project_name: string;
                                purchase_order: string;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            end: string;
                            etag: string;
                            group_id?: string | null;
                            history?: {
                                actor_name: string;
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                reason: string;
                            }[] | null;
                            id: string;
                            institution_id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            may: string[];
                            options: {
                                accessories: {
                                    id: string;
                                    quantity: number;
                                }[];
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                staff_minutes: number;
                                training: boolean;
                                urgent: boolean;
                            };
                            organisation_id: string;
                            organisation_name: string;
                            platform_id: string;
                            policy_version: number;
                            price_class: string;
                            provisional: boolean;
                            purpose: string;
                            quote: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            };
                            rates_version: number;
                            reason: string;
                            round?: {
                                alternatives: {
                                    /** Format: date-time */
                                    end: string;
                                    instrument_id: string;
                                    /** Format: date-time */
                                    start: string;
                                }[];
                                /** Format: date-time */
                                cut_off: string;
                                id: string;
                                needed_by?: string | null;
                            } | null;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            usage?: {
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                end?: string | null;
                                note: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                            } | null;
                            user_id: string;
                            user_name: string;
                            waivers?: {
                                /** Format: date-time */
                                at: string;
                                by_name: string;
                                reason: string;
                                rules: string[];
                            }[] | null;
                            warning?: string | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_bookings: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                instrument?: string;
                limit?: number;
                scope?: "mine" | "organisation" | "platform" | "institution";
                sort?: "start" | "-start";
                status?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            charge?: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            } | null;
                            competing?: number | null;
                            cost_centre?: {
                                project?: string | null;
                                project_name: string;
                                purchase_order: string;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            end: string;
                            etag: string;
                            group_id?: string | null;
                            history?: {
                                actor_name: string;
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                reason: string;
                            }[] | null;
                            id: string;
                            institution_id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            may: string[];
                            options: {
                                accessories: {
                                    id: string;
                                    quantity: number;
                                }[];
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                staff_minutes: number;
                                training: boolean;
                                urgent: boolean;
                            };
                            organisation_id: string;
                            organisation_name: string;
                            platform_id: string;
                            policy_version: number;
                            price_class: string;
                            provisional: boolean;
                            purpose: string;
                            quote: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            };
                            rates_version: number;
                            reason: string;
                            round?: {
                                alternatives: {
                                    /** Format: date-time */
                                    end: string;
                                    instrument_id: string;
                                    /** Format: date-time */
                                    start: string;
                                }[];
                                /** Format: date-time */
                                cut_off: string;
                                id: string;
                                needed_by?: string | null;
                            } | null;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            usage?: {
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                end?: string | null;
                                note: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                            } | null;
                            user_id: string;
                            user_name: string;
                            waivers?: {
                                /** Format: date-time */
                                at: string;
                                by_name: string;
                                reason: string;
                                rules: string[];
                            }[] | null;
                            warning?: string | null;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    alternatives?: {
                        /** Format: date-time */
                        end: string;
                        instrument_id?: string | null;
                        /** Format: date-time */
                        start: string;
                    }[] | null;
                    /** Format: date-time */
                    end: string;
                    for_login?: string | null;
                    instrument_id: string;
                    needed_by?: string | null;
                    options?: {
                        accessories?: {
                            id: string;
                            quantity: number;
                        }[] | null;
                        consumables?: {
                            name: string;
                            quantity: number;
                        }[] | null;
                        staff_minutes?: number | null;
                        training?: boolean | null;
                        urgent?: boolean | null;
                    } | null;
                    project?: string | null;
                    purchase_order?: string | null;
                    purpose: string;
                    quote_id?: string | null;
                    samples?: number | null;
                    /** Format: date-time */
                    start: string;
                    waive?: string[] | null;
                    waive_reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_bookings_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_approve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                    waive?: string[] | null;
                    waive_reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_bump: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    for_login?: string | null;
                    purpose?: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        booking?: {
                            charge?: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            } | null;
                            competing?: number | null;
                            cost_centre?: {
                                project?: string | null;
                                project_name: string;
                                purchase_order: string;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            end: string;
                            etag: string;
                            group_id?: string | null;
                            history?: {
                                actor_name: string;
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                reason: string;
                            }[] | null;
                            id: string;
                            institution_id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            may: string[];
                            options: {
                                accessories: {
                                    id: string;
                                    quantity: number;
                                }[];
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                staff_minutes: number;
                                training: boolean;
                                urgent: boolean;
                            };
                            organisation_id: string;
                            organisation_name: string;
                            platform_id: string;
                            policy_version: number;
                            price_class: string;
                            provisional: boolean;
                            purpose: string;
                            quote: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            };
                            rates_version: number;
                            reason: string;
                            round?: {
                                alternatives: {
                                    /** Format: date-time */
                                    end: string;
                                    instrument_id: string;
                                    /** Format: date-time */
                                    start: string;
                                }[];
                                /** Format: date-time */
                                cut_off: string;
                                id: string;
                                needed_by?: string | null;
                            } | null;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            usage?: {
                                consumables: {
                                    code: string;
                                    quantity: number;
                                }[];
                                end?: string | null;
                                note: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                            } | null;
                            user_id: string;
                            user_name: string;
                            waivers?: {
                                /** Format: date-time */
                                at: string;
                                by_name: string;
                                reason: string;
                                rules: string[];
                            }[] | null;
                            warning?: string | null;
                        } | null;
                        displaced: {
                            /** @enum {string} */
                            answer: "unplaced" | "suggested" | "waiting" | "accepted" | "declined" | "expired" | "withdrawn" | "chose_other" | "cancelled";
                            booking_id: string;
                            /** @enum {string} */
                            cause: "outage" | "bump";
                            displaced_at?: string | null;
                            may: string[];
                            new_booking_id?: string | null;
                            old: {
                                /** Format: date-time */
                                end: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                            };
                            organisation_name: string;
                            outage_id?: string | null;
                            proposal?: {
                                disruption: number;
                                /** Format: date-time */
                                end: string;
                                expires_at?: string | null;
                                institution_id: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                needs_approval: boolean;
                                offer_id?: string | null;
                                other_institution: boolean;
                                other_instrument: boolean;
                                other_platform: boolean;
                                platform_id: string;
                                price_difference_fen: number;
                                shift_minutes: number;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                                /** @enum {string} */
                                why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                                why_text: string;
                            } | null;
                            purpose: string;
                            reason: string;
                            user_name: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_check_in: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_check_out: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    consumables?: {
                        name: string;
                        quantity: number;
                    }[] | null;
                    note?: string | null;
                    samples?: number | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_bookings_id_facts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            available_fen: number;
                            balance_fen: number;
                            credit_limit_fen: number;
                            held_fen: number;
                        };
                        competing: {
                            booking_id: string;
                            /** Format: date-time */
                            end: string;
                            organisation_name: string;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            user_name: string;
                        }[];
                        history: {
                            cancelled: number;
                            completed: number;
                            no_shows: number;
                            upcoming: number;
                        };
                        neighbours: {
                            booking_id: string;
                            /** Format: date-time */
                            end: string;
                            organisation_name: string;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            user_name: string;
                        }[];
                        price: {
                            total_fen: number;
                        };
                        training: {
                            held: boolean;
                            required: boolean;
                            valid_until?: string | null;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_no_show: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_reject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_replace: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    agreed_fen?: number | null;
                    /** Format: date-time */
                    end: string;
                    instrument_id?: string | null;
                    /** Format: date-time */
                    start: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_bookings_id_replan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "unplaced" | "suggested" | "waiting" | "accepted" | "declined" | "expired" | "withdrawn" | "chose_other" | "cancelled";
                        booking_id: string;
                        /** @enum {string} */
                        cause: "outage" | "bump";
                        displaced_at?: string | null;
                        may: string[];
                        new_booking_id?: string | null;
                        old: {
                            /** Format: date-time */
                            end: string;
                            institution_short: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            /** Format: date-time */
                            start: string;
                            total_fen: number;
                        };
                        organisation_name: string;
                        outage_id?: string | null;
                        proposal?: {
                            disruption: number;
                            /** Format: date-time */
                            end: string;
                            expires_at?: string | null;
                            institution_id: string;
                            institution_short: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            needs_approval: boolean;
                            offer_id?: string | null;
                            other_institution: boolean;
                            other_instrument: boolean;
                            other_platform: boolean;
                            platform_id: string;
                            price_difference_fen: number;
                            shift_minutes: number;
                            /** Format: date-time */
                            start: string;
                            total_fen: number;
                            /** @enum {string} */
                            why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                            why_text: string;
                        } | null;
                        purpose: string;
                        reason: string;
                        user_name: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_reschedule: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    end: string;
                    instrument_id?: string | null;
                    /** Format: date-time */
                    start: string;
                    waive?: string[] | null;
                    waive_reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_shift_proposal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    end: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        booking_id: string;
                        /** Format: date-time */
                        end: string;
                        /** Format: date-time */
                        expires_at: string;
                        id: string;
                        instrument_id: string;
                        next_booking_id: string;
                        /** Format: date-time */
                        next_end: string;
                        /** Format: date-time */
                        next_start: string;
                        /** @enum {string} */
                        status: "open" | "accepted" | "declined" | "expired";
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_batch: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "approve" | "reject";
                    dry_run?: boolean | null;
                    ids: string[];
                    reason?: string | null;
                    waive?: string[] | null;
                    waive_reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failed: number;
                        ok: number;
                        results: {
                            id: string;
                            ok: boolean;
                            problem: unknown;
                            status?: ("requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced") | null;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string;
                            instruments: number;
                            level: number;
                            name_zh: string;
                            parent_code: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_clearances: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                platform?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            gate: string;
                            id: string;
                            note: string;
                            organisation_id?: string | null;
                            organisation_name: string;
                            platform_id: string;
                            user_id: string;
                            user_name: string;
                            /** Format: date-time */
                            valid_from: string;
                            valid_until?: string | null;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_clearances: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    gate: string;
                    login?: string | null;
                    note?: string | null;
                    organisation_id?: string | null;
                    platform_id: string;
                    valid_from?: string | null;
                    valid_until?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gate: string;
                        id: string;
                        note: string;
                        organisation_id?: string | null;
                        organisation_name: string;
                        platform_id: string;
                        user_id: string;
                        user_name: string;
                        /** Format: date-time */
                        valid_from: string;
                        valid_until?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_clearances_id: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_corrections: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: string;
                limit?: number;
                organisation?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_fen: number;
                            charge_id?: string | null;
                            decided_at?: string | null;
                            decided_by?: string | null;
                            decision_reason: string;
                            dispute_id?: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "credit_note" | "adjustment" | "write_off";
                            organisation_id: string;
                            /** Format: date-time */
                            proposed_at: string;
                            proposed_by?: string | null;
                            reason: string;
                            /** @enum {string} */
                            status: "proposed" | "posted" | "refused";
                            transaction_id?: string | null;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_corrections_id_approve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        charge_id?: string | null;
                        decided_at?: string | null;
                        decided_by?: string | null;
                        decision_reason: string;
                        dispute_id?: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "credit_note" | "adjustment" | "write_off";
                        organisation_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "proposed" | "posted" | "refused";
                        transaction_id?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_corrections_id_refuse: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        charge_id?: string | null;
                        decided_at?: string | null;
                        decided_by?: string | null;
                        decision_reason: string;
                        dispute_id?: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "credit_note" | "adjustment" | "write_off";
                        organisation_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "proposed" | "posted" | "refused";
                        transaction_id?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_credit_notes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen: number;
                    booking_id?: string | null;
                    reason: string;
                    transaction_id?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        charge_id?: string | null;
                        decided_at?: string | null;
                        decided_by?: string | null;
                        decision_reason: string;
                        dispute_id?: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "credit_note" | "adjustment" | "write_off";
                        organisation_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "proposed" | "posted" | "refused";
                        transaction_id?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_credit_policy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        late_cancel_minutes?: number;
                        late_cancel_points?: number;
                        memory_days?: number;
                        no_show_points?: number;
                        start_points?: number;
                        suspensions?: {
                            /** @enum {string} */
                            cause?: "no_show" | "late_cancel";
                            suspend_days?: number;
                            times?: number;
                            within_days?: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_credit_policy: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    late_cancel_minutes?: number;
                    late_cancel_points?: number;
                    memory_days?: number;
                    no_show_points?: number;
                    start_points?: number;
                    suspensions?: {
                        /** @enum {string} */
                        cause?: "no_show" | "late_cancel";
                        suspend_days?: number;
                        times?: number;
                        within_days?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        late_cancel_minutes?: number;
                        late_cancel_points?: number;
                        memory_days?: number;
                        no_show_points?: number;
                        start_points?: number;
                        suspensions?: {
                            /** @enum {string} */
                            cause?: "no_show" | "late_cancel";
                            suspend_days?: number;
                            times?: number;
                            within_days?: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_credit_id_appeal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appeal: string;
                        /** Format: date-time */
                        at: string;
                        booking_id: string;
                        /** @enum {string} */
                        cause: "no_show" | "late_cancel";
                        decision: string;
                        id: string;
                        instrument_id: string;
                        points: number;
                        /** @enum {string} */
                        state: "counted" | "appealed" | "upheld" | "forgiven";
                        user_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_credit_id_decide: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    forgive: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appeal: string;
                        /** Format: date-time */
                        at: string;
                        booking_id: string;
                        /** @enum {string} */
                        cause: "no_show" | "late_cancel";
                        decision: string;
                        id: string;
                        instrument_id: string;
                        points: number;
                        /** @enum {string} */
                        state: "counted" | "appealed" | "upheld" | "forgiven";
                        user_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_credit_appeals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            entry: {
                                appeal: string;
                                /** Format: date-time */
                                at: string;
                                booking_id: string;
                                /** @enum {string} */
                                cause: "no_show" | "late_cancel";
                                decision: string;
                                id: string;
                                instrument_id: string;
                                points: number;
                                /** @enum {string} */
                                state: "counted" | "appealed" | "upheld" | "forgiven";
                                user_id: string;
                            };
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            organisation_id: string;
                            organisation_name: string;
                            score: number;
                            start_points: number;
                            user_name: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_demo_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    now: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_deposits: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen: number;
                    organisation_id: string;
                    reference: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        /** Format: date-time */
                        at: string;
                        organisation_id: string;
                        reference: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_disputes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                organisation?: string;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_fen: number;
                            booking_id?: string | null;
                            decided_at?: string | null;
                            decision_reason: string;
                            id: string;
                            line?: number | null;
                            /** Format: date-time */
                            opened_at: string;
                            organisation_id: string;
                            reason: string;
                            /** @enum {string} */
                            status: "open" | "undecided" | "credited" | "adjusted" | "rejected";
                            transaction_id: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_disputes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen?: number | null;
                    booking_id?: string | null;
                    line?: number | null;
                    reason: string;
                    transaction_id?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        booking_id?: string | null;
                        decided_at?: string | null;
                        decision_reason: string;
                        id: string;
                        line?: number | null;
                        /** Format: date-time */
                        opened_at: string;
                        organisation_id: string;
                        reason: string;
                        /** @enum {string} */
                        status: "open" | "undecided" | "credited" | "adjusted" | "rejected";
                        transaction_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_disputes_id_resolve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen?: number | null;
                    /** @enum {string} */
                    decision: "credit_note" | "adjustment" | "rejection";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        booking_id?: string | null;
                        decided_at?: string | null;
                        decision_reason: string;
                        id: string;
                        line?: number | null;
                        /** Format: date-time */
                        opened_at: string;
                        organisation_id: string;
                        reason: string;
                        /** @enum {string} */
                        status: "open" | "undecided" | "credited" | "adjusted" | "rejected";
                        transaction_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_holidays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holidays: {
                            /** Format: date */
                            from: string;
                            name_en: string;
                            name_zh: string;
                            /** Format: date */
                            to: string;
                        }[];
                        working_days: {
                            /** Format: date */
                            date: string;
                            hours_of?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                        }[];
                        years: {
                            source: string;
                            /** @enum {string} */
                            status: "published" | "provisional";
                            year: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_holidays: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holidays: {
                        /** Format: date */
                        from: string;
                        name_en: string;
                        name_zh: string;
                        /** Format: date */
                        to: string;
                    }[];
                    working_days: {
                        /** Format: date */
                        date: string;
                        hours_of?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                    }[];
                    years: {
                        source: string;
                        /** @enum {string} */
                        status: "published" | "provisional";
                        year: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        holidays: {
                            /** Format: date */
                            from: string;
                            name_en: string;
                            name_zh: string;
                            /** Format: date */
                            to: string;
                        }[];
                        working_days: {
                            /** Format: date */
                            date: string;
                            hours_of?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                        }[];
                        years: {
                            source: string;
                            /** @enum {string} */
                            status: "published" | "provisional";
                            year: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_income_splits: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            council_bp: number;
                            institution_bp: number;
                            institution_id?: string | null;
                            operator_bp: number;
                            platform_bp: number;
                            /** Format: date-time */
                            set_at: string;
                            set_by: string;
                            /** Format: date-time */
                            valid_from: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_income_splits: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    council_bp: number;
                    institution_bp: number;
                    institution_id?: string | null;
                    operator_bp: number;
                    platform_bp: number;
                    valid_from?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        council_bp: number;
                        institution_bp: number;
                        institution_id?: string | null;
                        operator_bp: number;
                        platform_bp: number;
                        /** Format: date-time */
                        set_at: string;
                        set_by: string;
                        /** Format: date-time */
                        valid_from: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_institutions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            instruments: number;
                            name_en: string;
                            name_zh: string;
                            platforms: number;
                            short: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_institutions_id_fees: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            fees: {
                                basis: string;
                                class_name: string;
                                conditions: string[];
                                daily_fen?: number | null;
                                hourly_fen: number;
                                minimum_fen: number;
                                per_sample_fen: number;
                                per_use_fen: number;
                                price_class: string;
                                staff_hourly_fen: number;
                                tax_rate_bp: number;
                                training_fen: number;
                                valid_from?: string | null;
                            }[];
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            platform_name_en: string;
                            platform_name_zh: string;
                            rates_version: number;
                            /** Format: date-time */
                            since: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_institutions_id_fees_csv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_institutions_id_price_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        required: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_institutions_id_price_approval: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    required: boolean;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        required: boolean;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_institutions_id_price_classes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            name_en: string;
                            name_zh: string;
                        }[];
                        organisations?: {
                            organisation_id: string;
                            organisation_name: string;
                            price_class: string;
                        }[] | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_institutions_id_price_classes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        name: string;
                        name_en: string;
                        name_zh: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            name_en: string;
                            name_zh: string;
                        }[];
                        organisations?: {
                            organisation_id: string;
                            organisation_name: string;
                            price_class: string;
                        }[] | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_institutions_id_record: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answered: number;
                        bookings: number;
                        bumped: number;
                        cancelled: number;
                        displaced: number;
                        expired: number;
                        /** Format: date-time */
                        from: string;
                        institution_id: string;
                        median_answer_minutes?: number | null;
                        median_answer_open_minutes?: number | null;
                        moved: number;
                        p90_answer_minutes?: number | null;
                        p90_answer_open_minutes?: number | null;
                        platforms: {
                            answered: number;
                            bookings: number;
                            bumped: number;
                            cancelled: number;
                            displaced: number;
                            expired: number;
                            median_answer_minutes?: number | null;
                            median_answer_open_minutes?: number | null;
                            moved: number;
                            p90_answer_minutes?: number | null;
                            p90_answer_open_minutes?: number | null;
                            platform_id: string;
                            summary: string;
                        }[];
                        summary: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments: {
        parameters: {
            query?: {
                category?: string;
                cursor?: string;
                domain?: string;
                free_from?: string;
                free_minutes?: number;
                free_until?: string;
                institution?: string;
                limit?: number;
                max_hourly_fen?: number;
                platform?: string;
                q?: string;
                requires_training?: boolean;
                sample_service?: boolean;
                sort?: "relevance" | "price" | "-price" | "free" | "name";
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        facets?: {
                            category: {
                                count: number;
                                level: number;
                                name_zh: string;
                                parent: string;
                                value: string;
                            }[];
                            domain: {
                                count: number;
                                value: string;
                            }[];
                            institution: {
                                count: number;
                                institution_id?: string | null;
                                name_en: string;
                                name_zh: string;
                                value: string;
                            }[];
                            platform: {
                                count: number;
                                institution_id?: string | null;
                                name_en: string;
                                name_zh: string;
                                value: string;
                            }[];
                            price: {
                                count: number;
                                max_fen?: number | null;
                                min_fen: number;
                                value: string;
                            }[];
                            requires_training: {
                                count: number;
                                value: string;
                            }[];
                            sample_service: {
                                count: number;
                                value: string;
                            }[];
                            status: {
                                count: number;
                                value: string;
                            }[];
                        };
                        items: {
                            academic_hourly_fen?: number | null;
                            capacity: number;
                            category_code: string;
                            category_zh: string;
                            code: string;
                            commissioned_year: number;
                            domains: string[];
                            etag: string;
                            hourly_fen: number;
                            id: string;
                            institution_id: string;
                            institution_name_en: string;
                            institution_name_zh: string;
                            institution_short: string;
                            location: string;
                            manufacturer: string;
                            model: string;
                            name_en: string;
                            name_zh: string;
                            next_free?: {
                                /** Format: date-time */
                                end: string;
                                /** Format: date-time */
                                start: string;
                            } | null;
                            original_value_cny: number;
                            per_sample_fen: number;
                            platform_id: string;
                            platform_name_en: string;
                            platform_name_zh: string;
                            policy: {
                                /** @enum {string} */
                                approval?: "none" | "operator" | "platform_admin" | "institution_admin";
                                approval_above_fen?: number | null;
                                buffer_after_minutes?: number;
                                buffer_before_minutes?: number;
                                bump_notice_minutes?: number;
                                cancel_notice_minutes?: number;
                                capacity?: number;
                                change_notice_minutes?: number;
                                check_in_early_minutes?: number;
                                closures?: {
                                    /** Format: date-time */
                                    end?: string;
                                    reason?: string;
                                    /** Format: date-time */
                                    start?: string;
                                }[];
                                /** @enum {string} */
                                contention?: "first_come" | "collect";
                                follows_holidays?: boolean;
                                forgotten_check_out_minutes?: number;
                                gates?: {
                                    en: string;
                                    name: string;
                                    /** @enum {string} */
                                    of: "user" | "organisation";
                                    zh: string;
                                }[];
                                grid_minutes?: number;
                                horizon_days?: number;
                                max_future_bookings?: number | null;
                                max_future_minutes?: number | null;
                                max_minutes?: number;
                                min_minutes?: number;
                                min_notice_minutes?: number;
                                no_show_after_minutes?: number;
                                offer_minutes?: number;
                                opening_hours?: string;
                                own_gap_minutes?: number;
                                quotas?: {
                                    max_bookings?: number | null;
                                    max_minutes?: number | null;
                                    /** @enum {string} */
                                    per?: "day" | "week" | "month" | "year";
                                    /** @enum {string} */
                                    scope?: "user" | "organisation";
                                    week_starts?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                                    window?: string | null;
                                }[];
                                replan_answer_minutes?: number;
                                requires_training?: boolean;
                                rounds?: {
                                    cut_off_hours?: number;
                                    terms?: {
                                        answer_hours?: number;
                                        internal_reserve_percent?: number;
                                        repeat_weeks?: number;
                                        weights?: {
                                            academic?: number;
                                            base?: number;
                                            draw?: number;
                                            enterprise?: number;
                                            fair_share?: number;
                                            internal?: number;
                                            preference?: number;
                                            turn?: number;
                                            urgency?: number;
                                            waiting?: number;
                                        };
                                    };
                                    window_weeks?: number;
                                };
                                time_zone?: string;
                                waitlist_priority?: ("enterprise" | "academic" | "internal")[];
                            };
                            policy_version: number;
                            rates: {
                                bands?: {
                                    days?: string;
                                    from?: string;
                                    /** @enum {string} */
                                    holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                    percent?: number;
                                    to?: string;
                                }[];
                                /** @enum {string} */
                                basis?: "reserved" | "used" | "greater" | "union";
                                cancellation?: {
                                    fee_fen?: number | null;
                                    percent?: number | null;
                                    within_minutes: number;
                                }[];
                                consumables?: {
                                    code: string;
                                    name_en: string;
                                    name_zh: string;
                                    unit?: string | null;
                                    unit_fen: number;
                                }[];
                                daily_fen?: number | null;
                                hourly_fen?: number;
                                minimum_fen?: number;
                                no_show_percent?: number;
                                per_sample_fen?: number;
                                per_use_fen?: number;
                                price_class?: string;
                                sample_tiers?: {
                                    from_sample: number;
                                    per_sample_fen: number;
                                }[];
                                staff_hourly_fen?: number;
                                tax_rate_bp?: number;
                                tiers?: {
                                    from_minutes: number;
                                    hourly_fen: number;
                                }[];
                                training_fen?: number;
                                urgent?: {
                                    percent: number;
                                    within_minutes: number;
                                } | null;
                                valid_from?: string | null;
                            }[];
                            rates_version: number;
                            requires_training: boolean;
                            sample_service: boolean;
                            specs: string;
                            /** @enum {string} */
                            status: "available" | "out_of_service" | "retired";
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        academic_hourly_fen?: number | null;
                        capacity: number;
                        category_code: string;
                        category_zh: string;
                        code: string;
                        commissioned_year: number;
                        domains: string[];
                        etag: string;
                        hourly_fen: number;
                        id: string;
                        institution_id: string;
                        institution_name_en: string;
                        institution_name_zh: string;
                        institution_short: string;
                        location: string;
                        manufacturer: string;
                        model: string;
                        name_en: string;
                        name_zh: string;
                        original_value_cny: number;
                        per_sample_fen: number;
                        platform_id: string;
                        platform_name_en: string;
                        platform_name_zh: string;
                        policy: {
                            /** @enum {string} */
                            approval?: "none" | "operator" | "platform_admin" | "institution_admin";
                            approval_above_fen?: number | null;
                            buffer_after_minutes?: number;
                            buffer_before_minutes?: number;
                            bump_notice_minutes?: number;
                            cancel_notice_minutes?: number;
                            capacity?: number;
                            change_notice_minutes?: number;
                            check_in_early_minutes?: number;
                            closures?: {
                                /** Format: date-time */
                                end?: string;
                                reason?: string;
                                /** Format: date-time */
                                start?: string;
                            }[];
                            /** @enum {string} */
                            contention?: "first_come" | "collect";
                            follows_holidays?: boolean;
                            forgotten_check_out_minutes?: number;
                            gates?: {
                                en: string;
                                name: string;
                                /** @enum {string} */
                                of: "user" | "organisation";
                                zh: string;
                            }[];
                            grid_minutes?: number;
                            horizon_days?: number;
                            max_future_bookings?: number | null;
                            max_future_minutes?: number | null;
                            max_minutes?: number;
                            min_minutes?: number;
                            min_notice_minutes?: number;
                            no_show_after_minutes?: number;
                            offer_minutes?: number;
                            opening_hours?: string;
                            own_gap_minutes?: number;
                            quotas?: {
                                max_bookings?: number | null;
                                max_minutes?: number | null;
                                /** @enum {string} */
                                per?: "day" | "week" | "month" | "year";
                                /** @enum {string} */
                                scope?: "user" | "organisation";
                                week_starts?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                                window?: string | null;
                            }[];
                            replan_answer_minutes?: number;
                            requires_training?: boolean;
                            rounds?: {
                                cut_off_hours?: number;
                                terms?: {
                                    answer_hours?: number;
                                    internal_reserve_percent?: number;
                                    repeat_weeks?: number;
                                    weights?: {
                                        academic?: number;
                                        base?: number;
                                        draw?: number;
                                        enterprise?: number;
                                        fair_share?: number;
                                        internal?: number;
                                        preference?: number;
                                        turn?: number;
                                        urgency?: number;
                                        waiting?: number;
                                    };
                                };
                                window_weeks?: number;
                            };
                            time_zone?: string;
                            waitlist_priority?: ("enterprise" | "academic" | "internal")[];
                        };
                        policy_version: number;
                        rates: {
                            bands?: {
                                days?: string;
                                from?: string;
                                /** @enum {string} */
                                holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                percent?: number;
                                to?: string;
                            }[];
                            /** @enum {string} */
                            basis?: "reserved" | "used" | "greater" | "union";
                            cancellation?: {
                                fee_fen?: number | null;
                                percent?: number | null;
                                within_minutes: number;
                            }[];
                            consumables?: {
                                code: string;
                                name_en: string;
                                name_zh: string;
                                unit?: string | null;
                                unit_fen: number;
                            }[];
                            daily_fen?: number | null;
                            hourly_fen?: number;
                            minimum_fen?: number;
                            no_show_percent?: number;
                            per_sample_fen?: number;
                            per_use_fen?: number;
                            price_class?: string;
                            sample_tiers?: {
                                from_sample: number;
                                per_sample_fen: number;
                            }[];
                            staff_hourly_fen?: number;
                            tax_rate_bp?: number;
                            tiers?: {
                                from_minutes: number;
                                hourly_fen: number;
                            }[];
                            training_fen?: number;
                            urgent?: {
                                percent: number;
                                within_minutes: number;
                            } | null;
                            valid_from?: string | null;
                        }[];
                        rates_version: number;
                        requires_training: boolean;
                        sample_service: boolean;
                        specs: string;
                        /** @enum {string} */
                        status: "available" | "out_of_service" | "retired";
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id_accessories: {
        parameters: {
            query?: {
                end?: string;
                start?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            instrument_id?: string | null;
                            left?: number | null;
                            name_en: string;
                            name_zh: string;
                            platform_id: string;
                            stock: number;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id_calendar: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        instrument_id: string;
                        spans: {
                            booking_id?: string | null;
                            /** Format: date-time */
                            end: string;
                            /** @enum {string} */
                            kind: "booked" | "outage" | "closed" | "held";
                            mine?: boolean | null;
                            /** Format: date-time */
                            start: string;
                            status?: ("requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced") | null;
                            title?: string | null;
                        }[];
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id_outages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            end: string;
                            id: string;
                            instrument_id: string;
                            reason: string;
                            /** Format: date-time */
                            start: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_instruments_id_outages: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    end: string;
                    reason: string;
                    replan?: boolean | null;
                    /** Format: date-time */
                    start: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displaced: {
                            /** @enum {string} */
                            answer: "unplaced" | "suggested" | "waiting" | "accepted" | "declined" | "expired" | "withdrawn" | "chose_other" | "cancelled";
                            booking_id: string;
                            /** @enum {string} */
                            cause: "outage" | "bump";
                            displaced_at?: string | null;
                            may: string[];
                            new_booking_id?: string | null;
                            old: {
                                /** Format: date-time */
                                end: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                            };
                            organisation_name: string;
                            outage_id?: string | null;
                            proposal?: {
                                disruption: number;
                                /** Format: date-time */
                                end: string;
                                expires_at?: string | null;
                                institution_id: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                needs_approval: boolean;
                                offer_id?: string | null;
                                other_institution: boolean;
                                other_instrument: boolean;
                                other_platform: boolean;
                                platform_id: string;
                                price_difference_fen: number;
                                shift_minutes: number;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                                /** @enum {string} */
                                why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                                why_text: string;
                            } | null;
                            purpose: string;
                            reason: string;
                            user_name: string;
                        }[];
                        outage: {
                            /** Format: date-time */
                            end: string;
                            id?: string | null;
                            instrument_id: string;
                            reason: string;
                            /** Format: date-time */
                            start: string;
                        };
                        plan?: {
                            bound: number;
                            displaced: number;
                            disruption: number;
                            placed: number;
                            proven: boolean;
                            weights: {
                                dearer_max: number;
                                dearer_yuan: number;
                                needs_approval: number;
                                other_institution: number;
                                other_instrument: number;
                                other_platform: number;
                                shift_minute: number;
                                unplaced: number;
                            };
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_instruments_id_outages_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    end: string;
                    reason?: string | null;
                    /** Format: date-time */
                    start: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displaced: {
                            /** @enum {string} */
                            answer: "unplaced" | "suggested" | "waiting" | "accepted" | "declined" | "expired" | "withdrawn" | "chose_other" | "cancelled";
                            booking_id: string;
                            /** @enum {string} */
                            cause: "outage" | "bump";
                            displaced_at?: string | null;
                            may: string[];
                            new_booking_id?: string | null;
                            old: {
                                /** Format: date-time */
                                end: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                            };
                            organisation_name: string;
                            outage_id?: string | null;
                            proposal?: {
                                disruption: number;
                                /** Format: date-time */
                                end: string;
                                expires_at?: string | null;
                                institution_id: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                needs_approval: boolean;
                                offer_id?: string | null;
                                other_institution: boolean;
                                other_instrument: boolean;
                                other_platform: boolean;
                                platform_id: string;
                                price_difference_fen: number;
                                shift_minutes: number;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                                /** @enum {string} */
                                why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                                why_text: string;
                            } | null;
                            purpose: string;
                            reason: string;
                            user_name: string;
                        }[];
                        outage: {
                            /** Format: date-time */
                            end: string;
                            id?: string | null;
                            instrument_id: string;
                            reason: string;
                            /** Format: date-time */
                            start: string;
                        };
                        plan?: {
                            bound: number;
                            displaced: number;
                            disruption: number;
                            placed: number;
                            proven: boolean;
                            weights: {
                                dearer_max: number;
                                dearer_yuan: number;
                                needs_approval: number;
                                other_institution: number;
                                other_instrument: number;
                                other_platform: number;
                                shift_minute: number;
                                unplaced: number;
                            };
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_instruments_id_policy: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    approval?: "none" | "operator" | "platform_admin" | "institution_admin";
                    approval_above_fen?: number | null;
                    buffer_after_minutes?: number;
                    buffer_before_minutes?: number;
                    bump_notice_minutes?: number;
                    cancel_notice_minutes?: number;
                    capacity?: number;
                    change_notice_minutes?: number;
                    check_in_early_minutes?: number;
                    closures?: {
                        /** Format: date-time */
                        end?: string;
                        reason?: string;
                        /** Format: date-time */
                        start?: string;
                    }[];
                    /** @enum {string} */
                    contention?: "first_come" | "collect";
                    follows_holidays?: boolean;
                    forgotten_check_out_minutes?: number;
                    gates?: {
                        en: string;
                        name: string;
                        /** @enum {string} */
                        of: "user" | "organisation";
                        zh: string;
                    }[];
                    grid_minutes?: number;
                    horizon_days?: number;
                    max_future_bookings?: number | null;
                    max_future_minutes?: number | null;
                    max_minutes?: number;
                    min_minutes?: number;
                    min_notice_minutes?: number;
                    no_show_after_minutes?: number;
                    offer_minutes?: number;
                    opening_hours?: string;
                    own_gap_minutes?: number;
                    quotas?: {
                        max_bookings?: number | null;
                        max_minutes?: number | null;
                        /** @enum {string} */
                        per?: "day" | "week" | "month" | "year";
                        /** @enum {string} */
                        scope?: "user" | "organisation";
                        week_starts?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                        window?: string | null;
                    }[];
                    replan_answer_minutes?: number;
                    requires_training?: boolean;
                    rounds?: {
                        cut_off_hours?: number;
                        terms?: {
                            answer_hours?: number;
                            internal_reserve_percent?: number;
                            repeat_weeks?: number;
                            weights?: {
                                academic?: number;
                                base?: number;
                                draw?: number;
                                enterprise?: number;
                                fair_share?: number;
                                internal?: number;
                                preference?: number;
                                turn?: number;
                                urgency?: number;
                                waiting?: number;
                            };
                        };
                        window_weeks?: number;
                    };
                    time_zone?: string;
                    waitlist_priority?: ("enterprise" | "academic" | "internal")[];
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        approval?: "none" | "operator" | "platform_admin" | "institution_admin";
                        approval_above_fen?: number | null;
                        buffer_after_minutes?: number;
                        buffer_before_minutes?: number;
                        bump_notice_minutes?: number;
                        cancel_notice_minutes?: number;
                        capacity?: number;
                        change_notice_minutes?: number;
                        check_in_early_minutes?: number;
                        closures?: {
                            /** Format: date-time */
                            end?: string;
                            reason?: string;
                            /** Format: date-time */
                            start?: string;
                        }[];
                        /** @enum {string} */
                        contention?: "first_come" | "collect";
                        follows_holidays?: boolean;
                        forgotten_check_out_minutes?: number;
                        gates?: {
                            en: string;
                            name: string;
                            /** @enum {string} */
                            of: "user" | "organisation";
                            zh: string;
                        }[];
                        grid_minutes?: number;
                        horizon_days?: number;
                        max_future_bookings?: number | null;
                        max_future_minutes?: number | null;
                        max_minutes?: number;
                        min_minutes?: number;
                        min_notice_minutes?: number;
                        no_show_after_minutes?: number;
                        offer_minutes?: number;
                        opening_hours?: string;
                        own_gap_minutes?: number;
                        quotas?: {
                            max_bookings?: number | null;
                            max_minutes?: number | null;
                            /** @enum {string} */
                            per?: "day" | "week" | "month" | "year";
                            /** @enum {string} */
                            scope?: "user" | "organisation";
                            week_starts?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                            window?: string | null;
                        }[];
                        replan_answer_minutes?: number;
                        requires_training?: boolean;
                        rounds?: {
                            cut_off_hours?: number;
                            terms?: {
                                answer_hours?: number;
                                internal_reserve_percent?: number;
                                repeat_weeks?: number;
                                weights?: {
                                    academic?: number;
                                    base?: number;
                                    draw?: number;
                                    enterprise?: number;
                                    fair_share?: number;
                                    internal?: number;
                                    preference?: number;
                                    turn?: number;
                                    urgency?: number;
                                    waiting?: number;
                                };
                            };
                            window_weeks?: number;
                        };
                        time_zone?: string;
                        waitlist_priority?: ("enterprise" | "academic" | "internal")[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id_policy_versions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            by?: {
                                id: string;
                                name: string;
                            } | null;
                            policy: {
                                /** @enum {string} */
                                approval?: "none" | "operator" | "platform_admin" | "institution_admin";
                                approval_above_fen?: number | null;
                                buffer_after_minutes?: number;
                                buffer_before_minutes?: number;
                                bump_notice_minutes?: number;
                                cancel_notice_minutes?: number;
                                capacity?: number;
                                change_notice_minutes?: number;
                                check_in_early_minutes?: number;
                                closures?: {
                                    /** Format: date-time */
                                    end?: string;
                                    reason?: string;
                                    /** Format: date-time */
                                    start?: string;
                                }[];
                                /** @enum {string} */
                                contention?: "first_come" | "collect";
                                follows_holidays?: boolean;
                                forgotten_check_out_minutes?: number;
                                gates?: {
                                    en: string;
                                    name: string;
                                    /** @enum {string} */
                                    of: "user" | "organisation";
                                    zh: string;
                                }[];
                                grid_minutes?: number;
                                horizon_days?: number;
                                max_future_bookings?: number | null;
                                max_future_minutes?: number | null;
                                max_minutes?: number;
                                min_minutes?: number;
                                min_notice_minutes?: number;
                                no_show_after_minutes?: number;
                                offer_minutes?: number;
                                opening_hours?: string;
                                own_gap_minutes?: number;
                                quotas?: {
                                    max_bookings?: number | null;
                                    max_minutes?: number | null;
                                    /** @enum {string} */
                                    per?: "day" | "week" | "month" | "year";
                                    /** @enum {string} */
                                    scope?: "user" | "organisation";
                                    week_starts?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                                    window?: string | null;
                                }[];
                                replan_answer_minutes?: number;
                                requires_training?: boolean;
                                rounds?: {
                                    cut_off_hours?: number;
                                    terms?: {
                                        answer_hours?: number;
                                        internal_reserve_percent?: number;
                                        repeat_weeks?: number;
                                        weights?: {
                                            academic?: number;
                                            base?: number;
                                            draw?: number;
                                            enterprise?: number;
                                            fair_share?: number;
                                            internal?: number;
                                            preference?: number;
                                            turn?: number;
                                            urgency?: number;
                                            waiting?: number;
                                        };
                                    };
                                    window_weeks?: number;
                                };
                                time_zone?: string;
                                waitlist_priority?: ("enterprise" | "academic" | "internal")[];
                            };
                            since?: string | null;
                            version: number;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_instruments_id_rates: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key"?: string;
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bands?: {
                        days?: string;
                        from?: string;
                        /** @enum {string} */
                        holds_on?: "any" | "holiday" | "off_day" | "working_day";
                        percent?: number;
                        to?: string;
                    }[];
                    /** @enum {string} */
                    basis?: "reserved" | "used" | "greater" | "union";
                    cancellation?: {
                        fee_fen?: number | null;
                        percent?: number | null;
                        within_minutes: number;
                    }[];
                    consumables?: {
                        code: string;
                        name_en: string;
                        name_zh: string;
                        unit?: string | null;
                        unit_fen: number;
                    }[];
                    daily_fen?: number | null;
                    hourly_fen?: number;
                    minimum_fen?: number;
                    no_show_percent?: number;
                    per_sample_fen?: number;
                    per_use_fen?: number;
                    price_class?: string;
                    sample_tiers?: {
                        from_sample: number;
                        per_sample_fen: number;
                    }[];
                    staff_hourly_fen?: number;
                    tax_rate_bp?: number;
                    tiers?: {
                        from_minutes: number;
                        hourly_fen: number;
                    }[];
                    training_fen?: number;
                    urgent?: {
                        percent: number;
                        within_minutes: number;
                    } | null;
                    valid_from?: string | null;
                }[];
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bands?: {
                            days?: string;
                            from?: string;
                            /** @enum {string} */
                            holds_on?: "any" | "holiday" | "off_day" | "working_day";
                            percent?: number;
                            to?: string;
                        }[];
                        /** @enum {string} */
                        basis?: "reserved" | "used" | "greater" | "union";
                        cancellation?: {
                            fee_fen?: number | null;
                            percent?: number | null;
                            within_minutes: number;
                        }[];
                        consumables?: {
                            code: string;
                            name_en: string;
                            name_zh: string;
                            unit?: string | null;
                            unit_fen: number;
                        }[];
                        daily_fen?: number | null;
                        hourly_fen?: number;
                        minimum_fen?: number;
                        no_show_percent?: number;
                        per_sample_fen?: number;
                        per_use_fen?: number;
                        price_class?: string;
                        sample_tiers?: {
                            from_sample: number;
                            per_sample_fen: number;
                        }[];
                        staff_hourly_fen?: number;
                        tax_rate_bp?: number;
                        tiers?: {
                            from_minutes: number;
                            hourly_fen: number;
                        }[];
                        training_fen?: number;
                        urgent?: {
                            percent: number;
                            within_minutes: number;
                        } | null;
                        valid_from?: string | null;
                    }[];
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_instruments_id_rates_example: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asked_at?: string | null;
                    /** Format: date-time */
                    end: string;
                    options?: {
                        accessories?: {
                            id: string;
                            quantity: number;
                        }[] | null;
                        consumables?: {
                            name: string;
                            quantity: number;
                        }[] | null;
                        staff_minutes?: number | null;
                        training?: boolean | null;
                        urgent?: boolean | null;
                    } | null;
                    price_class?: string | null;
                    rates: {
                        bands?: {
                            days?: string;
                            from?: string;
                            /** @enum {string} */
                            holds_on?: "any" | "holiday" | "off_day" | "working_day";
                            percent?: number;
                            to?: string;
                        }[];
                        /** @enum {string} */
                        basis?: "reserved" | "used" | "greater" | "union";
                        cancellation?: {
                            fee_fen?: number | null;
                            percent?: number | null;
                            within_minutes: number;
                        }[];
                        consumables?: {
                            code: string;
                            name_en: string;
                            name_zh: string;
                            unit?: string | null;
                            unit_fen: number;
                        }[];
                        daily_fen?: number | null;
                        hourly_fen?: number;
                        minimum_fen?: number;
                        no_show_percent?: number;
                        per_sample_fen?: number;
                        per_use_fen?: number;
                        price_class?: string;
                        sample_tiers?: {
                            from_sample: number;
                            per_sample_fen: number;
                        }[];
                        staff_hourly_fen?: number;
                        tax_rate_bp?: number;
                        tiers?: {
                            from_minutes: number;
                            hourly_fen: number;
                        }[];
                        training_fen?: number;
                        urgent?: {
                            percent: number;
                            within_minutes: number;
                        } | null;
                        valid_from?: string | null;
                    }[];
                    samples?: number | null;
                    /** Format: date-time */
                    start: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draft: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        in_force?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        rounding: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id_rates_versions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            by_name: string;
                            rates: {
                                bands?: {
                                    days?: string;
                                    from?: string;
                                    /** @enum {string} */
                                    holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                    percent?: number;
                                    to?: string;
                                }[];
                                /** @enum {string} */
                                basis?: "reserved" | "used" | "greater" | "union";
                                cancellation?: {
                                    fee_fen?: number | null;
                                    percent?: number | null;
                                    within_minutes: number;
                                }[];
                                consumables?: {
                                    code: string;
                                    name_en: string;
                                    name_zh: string;
                                    unit?: string | null;
                                    unit_fen: number;
                                }[];
                                daily_fen?: number | null;
                                hourly_fen?: number;
                                minimum_fen?: number;
                                no_show_percent?: number;
                                per_sample_fen?: number;
                                per_use_fen?: number;
                                price_class?: string;
                                sample_tiers?: {
                                    from_sample: number;
                                    per_sample_fen: number;
                                }[];
                                staff_hourly_fen?: number;
                                tax_rate_bp?: number;
                                tiers?: {
                                    from_minutes: number;
                                    hourly_fen: number;
                                }[];
                                training_fen?: number;
                                urgent?: {
                                    percent: number;
                                    within_minutes: number;
                                } | null;
                                valid_from?: string | null;
                            }[];
                            /** Format: date-time */
                            since: string;
                            version: number;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id_record: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answered: number;
                        bookings: number;
                        bumped: number;
                        cancelled: number;
                        displaced: number;
                        expired: number;
                        /** Format: date-time */
                        from: string;
                        instrument_id: string;
                        median_answer_minutes?: number | null;
                        median_answer_open_minutes?: number | null;
                        moved: number;
                        p90_answer_minutes?: number | null;
                        p90_answer_open_minutes?: number | null;
                        summary: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_ledger_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accounts: number;
                        audit_chain: string;
                        entries: number;
                        kinds: {
                            accounts: number;
                            balance_fen: number;
                            held_fen: number;
                            /** @enum {string} */
                            kind: "receivable" | "prepaid" | "deposit" | "voucher" | "operator_income" | "platform_income" | "institution_income" | "council_income" | "tax" | "write_off" | "bank";
                        }[];
                        last_event: number;
                        last_seal: string;
                        problems: string[];
                        sum_fen: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrf_token: string;
                        user: {
                            email: string;
                            id: string;
                            login: string;
                            name: string;
                            organisation_id: string;
                            /** @enum {string} */
                            organisation_kind: "enterprise" | "institution" | "council";
                            organisation_name: string;
                            roles: {
                                /** @enum {string} */
                                role: "visitor" | "member" | "company_admin" | "operator" | "platform_admin" | "institution_admin" | "finance" | "secretariat" | "system_admin";
                                scope: string;
                            }[];
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_me_credit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            appeal: string;
                            /** Format: date-time */
                            at: string;
                            booking_id: string;
                            /** @enum {string} */
                            cause: "no_show" | "late_cancel";
                            decision: string;
                            id: string;
                            instrument_id: string;
                            points: number;
                            /** @enum {string} */
                            state: "counted" | "appealed" | "upheld" | "forgiven";
                            user_id: string;
                        }[];
                        score: number;
                        start_points: number;
                        suspension?: {
                            id: string;
                            lift_reason: string;
                            lifted_at?: string | null;
                            reason: string;
                            /** Format: date-time */
                            since: string;
                            /** Format: date-time */
                            until: string;
                            user_id: string;
                        } | null;
                        user_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_offers: {
        parameters: {
            query?: {
                scope?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            expires_at: string;
                            id: string;
                            instrument_id: string;
                            /** @enum {string} */
                            origin: "waitlist" | "displaced" | "round";
                            origin_id: string;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_offers_id_accept: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    agreed_fen?: number | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_offers_id_decline: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessories: {
                            id: string;
                            quantity: number;
                        }[];
                        /** Format: date-time */
                        end: string;
                        /** Format: date-time */
                        expires_at: string;
                        id: string;
                        instrument_id: string;
                        /** @enum {string} */
                        origin: "waitlist" | "displaced" | "round";
                        origin_id: string;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_organisations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            credit_code: string;
                            id: string;
                            /** @enum {string} */
                            kind: "enterprise" | "institution" | "council";
                            name: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_organisations_id_price_class: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    institution_id: string;
                    price_class?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        institution_id: string;
                        price_class?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_outages_id: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_outages_id_replan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displaced: {
                            /** @enum {string} */
                            answer: "unplaced" | "suggested" | "waiting" | "accepted" | "declined" | "expired" | "withdrawn" | "chose_other" | "cancelled";
                            booking_id: string;
                            /** @enum {string} */
                            cause: "outage" | "bump";
                            displaced_at?: string | null;
                            may: string[];
                            new_booking_id?: string | null;
                            old: {
                                /** Format: date-time */
                                end: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                            };
                            organisation_name: string;
                            outage_id?: string | null;
                            proposal?: {
                                disruption: number;
                                /** Format: date-time */
                                end: string;
                                expires_at?: string | null;
                                institution_id: string;
                                institution_short: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                needs_approval: boolean;
                                offer_id?: string | null;
                                other_institution: boolean;
                                other_instrument: boolean;
                                other_platform: boolean;
                                platform_id: string;
                                price_difference_fen: number;
                                shift_minutes: number;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                                /** @enum {string} */
                                why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                                why_text: string;
                            } | null;
                            purpose: string;
                            reason: string;
                            user_name: string;
                        }[];
                        outage: {
                            /** Format: date-time */
                            end: string;
                            id?: string | null;
                            instrument_id: string;
                            reason: string;
                            /** Format: date-time */
                            start: string;
                        };
                        plan?: {
                            bound: number;
                            displaced: number;
                            disruption: number;
                            placed: number;
                            proven: boolean;
                            weights: {
                                dearer_max: number;
                                dearer_yuan: number;
                                needs_approval: number;
                                other_institution: number;
                                other_instrument: number;
                                other_platform: number;
                                shift_minute: number;
                                unplaced: number;
                            };
                        } | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_payments: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen: number;
                    organisation_id: string;
                    reference: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        /** Format: date-time */
                        at: string;
                        organisation_id: string;
                        reference: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_payments_import: {
        parameters: {
            query?: {
                commit?: boolean;
            };
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bad: number;
                        committed: boolean;
                        known: number;
                        lines: {
                            amount_fen: number;
                            bank_reference: string;
                            id?: string | null;
                            imported_at?: string | null;
                            known: boolean;
                            /** @enum {string} */
                            matched_by: "nothing" | "reference" | "amount" | "name" | "hand";
                            organisation_id?: string | null;
                            /** Format: date */
                            paid_on: string;
                            payer_account: string;
                            payer_name: string;
                            reason: string;
                            /** @enum {string} */
                            status: "unmatched" | "matched" | "assigned" | "ignored";
                            text: string;
                        }[];
                        matched: number;
                        problems: {
                            code: string;
                            field: string;
                            line: number;
                            message: string;
                            value: string;
                            warning: boolean;
                        }[];
                        rows: number;
                        unmatched: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_platforms: {
        parameters: {
            query?: {
                domain?: string;
                institution?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            contact: string;
                            id: string;
                            industry_domains: string[];
                            institution_id: string;
                            institution_name_en: string;
                            institution_name_zh: string;
                            instruments: number;
                            level: string;
                            name_en: string;
                            name_zh: string;
                            pairing_intention: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_platforms_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: string;
                        id: string;
                        industry_domains: string[];
                        institution_id: string;
                        institution_name_en: string;
                        institution_name_zh: string;
                        instruments: number;
                        level: string;
                        name_en: string;
                        name_zh: string;
                        pairing_intention: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_platforms_id_accessories: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    instrument_id?: string | null;
                    name_en: string;
                    name_zh: string;
                    stock: number;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        instrument_id?: string | null;
                        left?: number | null;
                        name_en: string;
                        name_zh: string;
                        platform_id: string;
                        stock: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_platforms_id_record: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answered: number;
                        bookings: number;
                        bumped: number;
                        cancelled: number;
                        displaced: number;
                        expired: number;
                        /** Format: date-time */
                        from: string;
                        instruments: {
                            answered: number;
                            bookings: number;
                            bumped: number;
                            cancelled: number;
                            displaced: number;
                            expired: number;
                            instrument_id: string;
                            median_answer_minutes?: number | null;
                            median_answer_open_minutes?: number | null;
                            moved: number;
                            p90_answer_minutes?: number | null;
                            p90_answer_open_minutes?: number | null;
                            summary: string;
                        }[];
                        median_answer_minutes?: number | null;
                        median_answer_open_minutes?: number | null;
                        moved: number;
                        p90_answer_minutes?: number | null;
                        p90_answer_open_minutes?: number | null;
                        platform_id: string;
                        summary: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_policy_presets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name_en: string;
                        name_zh: string;
                        note_en: string;
                        note_zh: string;
                        policy: {
                            /** @enum {string} */
                            approval?: "none" | "operator" | "platform_admin" | "institution_admin";
                            approval_above_fen?: number | null;
                            buffer_after_minutes?: number;
                            buffer_before_minutes?: number;
                            bump_notice_minutes?: number;
                            cancel_notice_minutes?: number;
                            capacity?: number;
                            change_notice_minutes?: number;
                            check_in_early_minutes?: number;
                            closures?: {
                                /** Format: date-time */
                                end?: string;
                                reason?: string;
                                /** Format: date-time */
                                start?: string;
                            }[];
                            /** @enum {string} */
                            contention?: "first_come" | "collect";
                            follows_holidays?: boolean;
                            forgotten_check_out_minutes?: number;
                            gates?: {
                                en: string;
                                name: string;
                                /** @enum {string} */
                                of: "user" | "organisation";
                                zh: string;
                            }[];
                            grid_minutes?: number;
                            horizon_days?: number;
                            max_future_bookings?: number | null;
                            max_future_minutes?: number | null;
                            max_minutes?: number;
                            min_minutes?: number;
                            min_notice_minutes?: number;
                            no_show_after_minutes?: number;
                            offer_minutes?: number;
                            opening_hours?: string;
                            own_gap_minutes?: number;
                            quotas?: {
                                max_bookings?: number | null;
                                max_minutes?: number | null;
                                /** @enum {string} */
                                per?: "day" | "week" | "month" | "year";
                                /** @enum {string} */
                                scope?: "user" | "organisation";
                                week_starts?: ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun") | null;
                                window?: string | null;
                            }[];
                            replan_answer_minutes?: number;
                            requires_training?: boolean;
                            rounds?: {
                                cut_off_hours?: number;
                                terms?: {
                                    answer_hours?: number;
                                    internal_reserve_percent?: number;
                                    repeat_weeks?: number;
                                    weights?: {
                                        academic?: number;
                                        base?: number;
                                        draw?: number;
                                        enterprise?: number;
                                        fair_share?: number;
                                        internal?: number;
                                        preference?: number;
                                        turn?: number;
                                        urgency?: number;
                                        waiting?: number;
                                    };
                                };
                                window_weeks?: number;
                            };
                            time_zone?: string;
                            waitlist_priority?: ("enterprise" | "academic" | "internal")[];
                        };
                        source: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_quotes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    end: string;
                    instrument_id: string;
                    options?: {
                        accessories?: {
                            id: string;
                            quantity: number;
                        }[] | null;
                        consumables?: {
                            name: string;
                            quantity: number;
                        }[] | null;
                        staff_minutes?: number | null;
                        training?: boolean | null;
                        urgent?: boolean | null;
                    } | null;
                    samples?: number | null;
                    /** Format: date-time */
                    start: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alternatives: {
                            /** Format: date-time */
                            end: string;
                            institution_short: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            parts: {
                                /** Format: date-time */
                                end: string;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                            }[];
                            points: number;
                            reasons: {
                                amount: number;
                                /** @enum {string} */
                                code: "same_time" | "earlier" | "later" | "shorter" | "split" | "category" | "specs" | "samples" | "place" | "price";
                                points: number;
                                text: string;
                            }[];
                            shift_minutes: number;
                            /** Format: date-time */
                            start: string;
                            total_fen: number;
                            whole_total_fen: number;
                            /** @enum {string} */
                            why: "earlier" | "later" | "equivalent" | "shorter" | "split";
                            why_text: string;
                        }[];
                        /** @enum {string} */
                        approval: "none" | "operator" | "platform_admin" | "institution_admin";
                        currency: string;
                        lines: {
                            amount_fen: number;
                            /** @enum {string} */
                            code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                            corrected_at?: string | null;
                            description: string;
                            per: number;
                            percent: number;
                            quantity: number;
                            rule: string;
                            /** @enum {string} */
                            unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                            unit_fen: number;
                        }[];
                        price_class: string;
                        quote_id: string;
                        rounding: string;
                        taken: boolean;
                        total_fen: number;
                        /** Format: date-time */
                        valid_until: string;
                        violations: {
                            message: string;
                            params: {
                                [key: string]: string;
                            };
                            rule: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_rates_proposals: {
        parameters: {
            query?: {
                cursor?: string;
                instrument?: string;
                limit?: number;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            based_on: number;
                            decided_at?: string | null;
                            decided_by_name: string;
                            id: string;
                            institution_id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            may: string[];
                            platform_id: string;
                            /** Format: date-time */
                            proposed_at: string;
                            proposed_by_name: string;
                            reason: string;
                            /** @enum {string} */
                            status: "pending" | "approved" | "rejected" | "withdrawn";
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_rates_proposals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        based_on: number;
                        decided_at?: string | null;
                        decided_by_name: string;
                        id: string;
                        in_force: {
                            bands?: {
                                days?: string;
                                from?: string;
                                /** @enum {string} */
                                holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                percent?: number;
                                to?: string;
                            }[];
                            /** @enum {string} */
                            basis?: "reserved" | "used" | "greater" | "union";
                            cancellation?: {
                                fee_fen?: number | null;
                                percent?: number | null;
                                within_minutes: number;
                            }[];
                            consumables?: {
                                code: string;
                                name_en: string;
                                name_zh: string;
                                unit?: string | null;
                                unit_fen: number;
                            }[];
                            daily_fen?: number | null;
                            hourly_fen?: number;
                            minimum_fen?: number;
                            no_show_percent?: number;
                            per_sample_fen?: number;
                            per_use_fen?: number;
                            price_class?: string;
                            sample_tiers?: {
                                from_sample: number;
                                per_sample_fen: number;
                            }[];
                            staff_hourly_fen?: number;
                            tax_rate_bp?: number;
                            tiers?: {
                                from_minutes: number;
                                hourly_fen: number;
                            }[];
                            training_fen?: number;
                            urgent?: {
                                percent: number;
                                within_minutes: number;
                            } | null;
                            valid_from?: string | null;
                        }[];
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        platform_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by_name: string;
                        rates: {
                            bands?: {
                                days?: string;
                                from?: string;
                                /** @enum {string} */
                                holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                percent?: number;
                                to?: string;
                            }[];
                            /** @enum {string} */
                            basis?: "reserved" | "used" | "greater" | "union";
                            cancellation?: {
                                fee_fen?: number | null;
                                percent?: number | null;
                                within_minutes: number;
                            }[];
                            consumables?: {
                                code: string;
                                name_en: string;
                                name_zh: string;
                                unit?: string | null;
                                unit_fen: number;
                            }[];
                            daily_fen?: number | null;
                            hourly_fen?: number;
                            minimum_fen?: number;
                            no_show_percent?: number;
                            per_sample_fen?: number;
                            per_use_fen?: number;
                            price_class?: string;
                            sample_tiers?: {
                                from_sample: number;
                                per_sample_fen: number;
                            }[];
                            staff_hourly_fen?: number;
                            tax_rate_bp?: number;
                            tiers?: {
                                from_minutes: number;
                                hourly_fen: number;
                            }[];
                            training_fen?: number;
                            urgent?: {
                                percent: number;
                                within_minutes: number;
                            } | null;
                            valid_from?: string | null;
                        }[];
                        reason: string;
                        /** @enum {string} */
                        status: "pending" | "approved" | "rejected" | "withdrawn";
                        version_in_force: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_rates_proposals_id_approve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        based_on: number;
                        decided_at?: string | null;
                        decided_by_name: string;
                        id: string;
                        in_force: {
                            bands?: {
                                days?: string;
                                from?: string;
                                /** @enum {string} */
                                holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                percent?: number;
                                to?: string;
                            }[];
                            /** @enum {string} */
                            basis?: "reserved" | "used" | "greater" | "union";
                            cancellation?: {
                                fee_fen?: number | null;
                                percent?: number | null;
                                within_minutes: number;
                            }[];
                            consumables?: {
                                code: string;
                                name_en: string;
                                name_zh: string;
                                unit?: string | null;
                                unit_fen: number;
                            }[];
                            daily_fen?: number | null;
                            hourly_fen?: number;
                            minimum_fen?: number;
                            no_show_percent?: number;
                            per_sample_fen?: number;
                            per_use_fen?: number;
                            price_class?: string;
                            sample_tiers?: {
                                from_sample: number;
                                per_sample_fen: number;
                            }[];
                            staff_hourly_fen?: number;
                            tax_rate_bp?: number;
                            tiers?: {
                                from_minutes: number;
                                hourly_fen: number;
                            }[];
                            training_fen?: number;
                            urgent?: {
                                percent: number;
                                within_minutes: number;
                            } | null;
                            valid_from?: string | null;
                        }[];
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        platform_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by_name: string;
                        rates: {
                            bands?: {
                                days?: string;
                                from?: string;
                                /** @enum {string} */
                                holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                percent?: number;
                                to?: string;
                            }[];
                            /** @enum {string} */
                            basis?: "reserved" | "used" | "greater" | "union";
                            cancellation?: {
                                fee_fen?: number | null;
                                percent?: number | null;
                                within_minutes: number;
                            }[];
                            consumables?: {
                                code: string;
                                name_en: string;
                                name_zh: string;
                                unit?: string | null;
                                unit_fen: number;
                            }[];
                            daily_fen?: number | null;
                            hourly_fen?: number;
                            minimum_fen?: number;
                            no_show_percent?: number;
                            per_sample_fen?: number;
                            per_use_fen?: number;
                            price_class?: string;
                            sample_tiers?: {
                                from_sample: number;
                                per_sample_fen: number;
                            }[];
                            staff_hourly_fen?: number;
                            tax_rate_bp?: number;
                            tiers?: {
                                from_minutes: number;
                                hourly_fen: number;
                            }[];
                            training_fen?: number;
                            urgent?: {
                                percent: number;
                                within_minutes: number;
                            } | null;
                            valid_from?: string | null;
                        }[];
                        reason: string;
                        /** @enum {string} */
                        status: "pending" | "approved" | "rejected" | "withdrawn";
                        version_in_force: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_rates_proposals_id_reject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        based_on: number;
                        decided_at?: string | null;
                        decided_by_name: string;
                        id: string;
                        in_force: {
                            bands?: {
                                days?: string;
                                from?: string;
                                /** @enum {string} */
                                holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                percent?: number;
                                to?: string;
                            }[];
                            /** @enum {string} */
                            basis?: "reserved" | "used" | "greater" | "union";
                            cancellation?: {
                                fee_fen?: number | null;
                                percent?: number | null;
                                within_minutes: number;
                            }[];
                            consumables?: {
                                code: string;
                                name_en: string;
                                name_zh: string;
                                unit?: string | null;
                                unit_fen: number;
                            }[];
                            daily_fen?: number | null;
                            hourly_fen?: number;
                            minimum_fen?: number;
                            no_show_percent?: number;
                            per_sample_fen?: number;
                            per_use_fen?: number;
                            price_class?: string;
                            sample_tiers?: {
                                from_sample: number;
                                per_sample_fen: number;
                            }[];
                            staff_hourly_fen?: number;
                            tax_rate_bp?: number;
                            tiers?: {
                                from_minutes: number;
                                hourly_fen: number;
                            }[];
                            training_fen?: number;
                            urgent?: {
                                percent: number;
                                within_minutes: number;
                            } | null;
                            valid_from?: string | null;
                        }[];
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        platform_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by_name: string;
                        rates: {
                            bands?: {
                                days?: string;
                                from?: string;
                                /** @enum {string} */
                                holds_on?: "any" | "holiday" | "off_day" | "working_day";
                                percent?: number;
                                to?: string;
                            }[];
                            /** @enum {string} */
                            basis?: "reserved" | "used" | "greater" | "union";
                            cancellation?: {
                                fee_fen?: number | null;
                                percent?: number | null;
                                within_minutes: number;
                            }[];
                            consumables?: {
                                code: string;
                                name_en: string;
                                name_zh: string;
                                unit?: string | null;
                                unit_fen: number;
                            }[];
                            daily_fen?: number | null;
                            hourly_fen?: number;
                            minimum_fen?: number;
                            no_show_percent?: number;
                            per_sample_fen?: number;
                            per_use_fen?: number;
                            price_class?: string;
                            sample_tiers?: {
                                from_sample: number;
                                per_sample_fen: number;
                            }[];
                            staff_hourly_fen?: number;
                            tax_rate_bp?: number;
                            tiers?: {
                                from_minutes: number;
                                hourly_fen: number;
                            }[];
                            training_fen?: number;
                            urgent?: {
                                percent: number;
                                within_minutes: number;
                            } | null;
                            valid_from?: string | null;
                        }[];
                        reason: string;
                        /** @enum {string} */
                        status: "pending" | "approved" | "rejected" | "withdrawn";
                        version_in_force: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_refunds: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen: number;
                    organisation_id: string;
                    reference: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        /** Format: date-time */
                        at: string;
                        organisation_id: string;
                        reference: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_registrations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            decided_at?: string | null;
                            id: string;
                            organisation: {
                                address: string;
                                contact_phone: string;
                                credit_code: string;
                                name: string;
                            };
                            organisation_id?: string | null;
                            reason: string;
                            /** @enum {string} */
                            status: "pending" | "approved" | "rejected";
                            user: {
                                email: string;
                                login: string;
                                name: string;
                            };
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_registrations: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organisation: {
                        address: string;
                        contact_phone: string;
                        credit_code: string;
                        name: string;
                    };
                    user: {
                        email: string;
                        login: string;
                        name: string;
                        password: string;
                    };
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        decided_at?: string | null;
                        id: string;
                        organisation: {
                            address: string;
                            contact_phone: string;
                            credit_code: string;
                            name: string;
                        };
                        organisation_id?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "pending" | "approved" | "rejected";
                        user: {
                            email: string;
                            login: string;
                            name: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_registrations_id_approve: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    credit_limit_fen?: number | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        decided_at?: string | null;
                        id: string;
                        organisation: {
                            address: string;
                            contact_phone: string;
                            credit_code: string;
                            name: string;
                        };
                        organisation_id?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "pending" | "approved" | "rejected";
                        user: {
                            email: string;
                            login: string;
                            name: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_registrations_id_reject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        decided_at?: string | null;
                        id: string;
                        organisation: {
                            address: string;
                            contact_phone: string;
                            credit_code: string;
                            name: string;
                        };
                        organisation_id?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "pending" | "approved" | "rejected";
                        user: {
                            email: string;
                            login: string;
                            name: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_rounds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                platform?: string;
                status?: "collecting" | "closed" | "allocated" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            all_shares: {
                                asked_minutes: number;
                                organisation_id: string;
                                organisation_name: string;
                                won_minutes: number;
                            };
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            instrument_ids: string[];
                            may: string[];
                            opened_by_policy: boolean;
                            outcome?: {
                                bound: number;
                                /** Format: date-time */
                                decided_at: string;
                                gap_ppm: number;
                                granted: number;
                                lost: number;
                                requests: number;
                                /** @enum {string} */
                                solved_by: "exact" | "stopped" | "greedy";
                                tries: number;
                                value: number;
                            } | null;
                            platform_id: string;
                            requests: number;
                            seed?: number | null;
                            shares: {
                                asked_minutes: number;
                                organisation_id: string;
                                organisation_name: string;
                                won_minutes: number;
                            }[];
                            /** @enum {string} */
                            status: "collecting" | "closed" | "allocated" | "cancelled";
                            terms: {
                                answer_hours?: number;
                                internal_reserve_percent?: number;
                                repeat_weeks?: number;
                                weights?: {
                                    academic?: number;
                                    base?: number;
                                    draw?: number;
                                    enterprise?: number;
                                    fair_share?: number;
                                    internal?: number;
                                    preference?: number;
                                    turn?: number;
                                    urgency?: number;
                                    waiting?: number;
                                };
                            };
                            window: {
                                /** Format: date-time */
                                end: string;
                                /** Format: date-time */
                                start: string;
                            };
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_rounds: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    cut_off: string;
                    instrument_ids?: string[] | null;
                    platform_id?: string | null;
                    terms?: {
                        answer_hours?: number;
                        internal_reserve_percent?: number;
                        repeat_weeks?: number;
                        weights?: {
                            academic?: number;
                            base?: number;
                            draw?: number;
                            enterprise?: number;
                            fair_share?: number;
                            internal?: number;
                            preference?: number;
                            turn?: number;
                            urgency?: number;
                            waiting?: number;
                        };
                    } | null;
                    window: {
                        /** Format: date-time */
                        end: string;
                        /** Format: date-time */
                        start: string;
                    };
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all_shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        cut_off: string;
                        id: string;
                        instrument_ids: string[];
                        may: string[];
                        opened_by_policy: boolean;
                        outcome?: {
                            bound: number;
                            /** Format: date-time */
                            decided_at: string;
                            gap_ppm: number;
                            granted: number;
                            lost: number;
                            requests: number;
                            /** @enum {string} */
                            solved_by: "exact" | "stopped" | "greedy";
                            tries: number;
                            value: number;
                        } | null;
                        platform_id: string;
                        requests: number;
                        seed?: number | null;
                        shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        }[];
                        /** @enum {string} */
                        status: "collecting" | "closed" | "allocated" | "cancelled";
                        terms: {
                            answer_hours?: number;
                            internal_reserve_percent?: number;
                            repeat_weeks?: number;
                            weights?: {
                                academic?: number;
                                base?: number;
                                draw?: number;
                                enterprise?: number;
                                fair_share?: number;
                                internal?: number;
                                preference?: number;
                                turn?: number;
                                urgency?: number;
                                waiting?: number;
                            };
                        };
                        window: {
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            start: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_rounds_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all_shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        cut_off: string;
                        id: string;
                        instrument_ids: string[];
                        may: string[];
                        opened_by_policy: boolean;
                        outcome?: {
                            bound: number;
                            /** Format: date-time */
                            decided_at: string;
                            gap_ppm: number;
                            granted: number;
                            lost: number;
                            requests: number;
                            /** @enum {string} */
                            solved_by: "exact" | "stopped" | "greedy";
                            tries: number;
                            value: number;
                        } | null;
                        platform_id: string;
                        requests: number;
                        seed?: number | null;
                        shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        }[];
                        /** @enum {string} */
                        status: "collecting" | "closed" | "allocated" | "cancelled";
                        terms: {
                            answer_hours?: number;
                            internal_reserve_percent?: number;
                            repeat_weeks?: number;
                            weights?: {
                                academic?: number;
                                base?: number;
                                draw?: number;
                                enterprise?: number;
                                fair_share?: number;
                                internal?: number;
                                preference?: number;
                                turn?: number;
                                urgency?: number;
                                waiting?: number;
                            };
                        };
                        window: {
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            start: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_rounds_id: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all_shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        cut_off: string;
                        id: string;
                        instrument_ids: string[];
                        may: string[];
                        opened_by_policy: boolean;
                        outcome?: {
                            bound: number;
                            /** Format: date-time */
                            decided_at: string;
                            gap_ppm: number;
                            granted: number;
                            lost: number;
                            requests: number;
                            /** @enum {string} */
                            solved_by: "exact" | "stopped" | "greedy";
                            tries: number;
                            value: number;
                        } | null;
                        platform_id: string;
                        requests: number;
                        seed?: number | null;
                        shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        }[];
                        /** @enum {string} */
                        status: "collecting" | "closed" | "allocated" | "cancelled";
                        terms: {
                            answer_hours?: number;
                            internal_reserve_percent?: number;
                            repeat_weeks?: number;
                            weights?: {
                                academic?: number;
                                base?: number;
                                draw?: number;
                                enterprise?: number;
                                fair_share?: number;
                                internal?: number;
                                preference?: number;
                                turn?: number;
                                urgency?: number;
                                waiting?: number;
                            };
                        };
                        window: {
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            start: string;
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_rounds_id_allocate: {
        parameters: {
            query?: {
                dry_run?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all_shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        };
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        cut_off: string;
                        id: string;
                        instrument_ids: string[];
                        may: string[];
                        opened_by_policy: boolean;
                        outcome?: {
                            bound: number;
                            /** Format: date-time */
                            decided_at: string;
                            gap_ppm: number;
                            granted: number;
                            lost: number;
                            requests: number;
                            /** @enum {string} */
                            solved_by: "exact" | "stopped" | "greedy";
                            tries: number;
                            value: number;
                        } | null;
                        platform_id: string;
                        requests: number;
                        seed?: number | null;
                        shares: {
                            asked_minutes: number;
                            organisation_id: string;
                            organisation_name: string;
                            won_minutes: number;
                        }[];
                        /** @enum {string} */
                        status: "collecting" | "closed" | "allocated" | "cancelled";
                        terms: {
                            answer_hours?: number;
                            internal_reserve_percent?: number;
                            repeat_weeks?: number;
                            weights?: {
                                academic?: number;
                                base?: number;
                                draw?: number;
                                enterprise?: number;
                                fair_share?: number;
                                internal?: number;
                                preference?: number;
                                turn?: number;
                                urgency?: number;
                                waiting?: number;
                            };
                        };
                        window: {
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            start: string;
                        };
                    } | {
                        dry_run: boolean;
                        outcome?: {
                            bound: number;
                            /** Format: date-time */
                            decided_at: string;
                            gap_ppm: number;
                            granted: number;
                            lost: number;
                            requests: number;
                            /** @enum {string} */
                            solved_by: "exact" | "stopped" | "greedy";
                            tries: number;
                            value: number;
                        } | null;
                        results: {
                            booking_id: string;
                            explanation: string;
                            granted?: number | null;
                            offer?: {
                                accessories: {
                                    id: string;
                                    quantity: number;
                                }[];
                                /** Format: date-time */
                                end: string;
                                /** Format: date-time */
                                expires_at: string;
                                id: string;
                                instrument_id: string;
                                /** @enum {string} */
                                origin: "waitlist" | "displaced" | "round";
                                origin_id: string;
                                /** Format: date-time */
                                start: string;
                                /** @enum {string} */
                                status: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                            } | null;
                            options: {
                                competitors: number;
                                /** Format: date-time */
                                end: string;
                                /** @enum {string} */
                                fate: "granted" | "not_needed" | "competitors" | "taken" | "limit" | "refused" | "late";
                                instrument_id: string;
                                points: {
                                    base: number;
                                    draw: number;
                                    fair_share: number;
                                    preference: number;
                                    priority: number;
                                    total: number;
                                    turn: number;
                                    urgency: number;
                                    waiting: number;
                                };
                                /** Format: date-time */
                                start: string;
                                why: string;
                            }[];
                            organisation_name: string;
                            points: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_rounds_id_results: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            booking_id: string;
                            explanation: string;
                            granted?: number | null;
                            offer?: {
                                accessories: {
                                    id: string;
                                    quantity: number;
                                }[];
                                /** Format: date-time */
                                end: string;
                                /** Format: date-time */
                                expires_at: string;
                                id: string;
                                instrument_id: string;
                                /** @enum {string} */
                                origin: "waitlist" | "displaced" | "round";
                                origin_id: string;
                                /** Format: date-time */
                                start: string;
                                /** @enum {string} */
                                status: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                            } | null;
                            options: {
                                competitors: number;
                                /** Format: date-time */
                                end: string;
                                /** @enum {string} */
                                fate: "granted" | "not_needed" | "competitors" | "taken" | "limit" | "refused" | "late";
                                instrument_id: string;
                                points: {
                                    base: number;
                                    draw: number;
                                    fair_share: number;
                                    preference: number;
                                    priority: number;
                                    total: number;
                                    turn: number;
                                    urgency: number;
                                    waiting: number;
                                };
                                /** Format: date-time */
                                start: string;
                                why: string;
                            }[];
                            organisation_name: string;
                            points: number;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrf_token: string;
                        user: {
                            email: string;
                            id: string;
                            login: string;
                            name: string;
                            organisation_id: string;
                            /** @enum {string} */
                            organisation_kind: "enterprise" | "institution" | "council";
                            organisation_name: string;
                            roles: {
                                /** @enum {string} */
                                role: "visitor" | "member" | "company_admin" | "operator" | "platform_admin" | "institution_admin" | "finance" | "secretariat" | "system_admin";
                                scope: string;
                            }[];
                        };
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_shift_proposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            booking_id: string;
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            expires_at: string;
                            id: string;
                            instrument_id: string;
                            next_booking_id: string;
                            /** Format: date-time */
                            next_end: string;
                            /** Format: date-time */
                            next_start: string;
                            /** @enum {string} */
                            status: "open" | "accepted" | "declined" | "expired";
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_shift_proposals_id_accept: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    agreed_fen?: number | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        booking_id: string;
                        /** Format: date-time */
                        end: string;
                        /** Format: date-time */
                        expires_at: string;
                        id: string;
                        instrument_id: string;
                        next_booking_id: string;
                        /** Format: date-time */
                        next_end: string;
                        /** Format: date-time */
                        next_start: string;
                        /** @enum {string} */
                        status: "open" | "accepted" | "declined" | "expired";
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_shift_proposals_id_decline: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        booking_id: string;
                        /** Format: date-time */
                        end: string;
                        /** Format: date-time */
                        expires_at: string;
                        id: string;
                        instrument_id: string;
                        next_booking_id: string;
                        /** Format: date-time */
                        next_end: string;
                        /** Format: date-time */
                        next_start: string;
                        /** @enum {string} */
                        status: "open" | "accepted" | "declined" | "expired";
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_spending_limits_id: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
            /** @description done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_api_v1_statements: {
        parameters: {
            query?: {
                month?: string;
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amount_in_capitals: string;
                            charges_fen: number;
                            closing_fen: number;
                            corrections_fen: number;
                            credit_code: string;
                            customer: {
                                address: string;
                                bank: string;
                                bank_account: string;
                                id: string;
                                name_en: string;
                                name_zh: string;
                                tax_number: string;
                                telephone: string;
                            };
                            fee_statements: string[];
                            /** Format: date-time */
                            from: string;
                            id: string;
                            issued_at?: string | null;
                            issuer: {
                                address: string;
                                bank: string;
                                bank_account: string;
                                id: string;
                                name_en: string;
                                name_zh: string;
                                tax_number: string;
                                telephone: string;
                            };
                            /** @enum {string} */
                            kind: "statement" | "fee_statement" | "receipt" | "credit_note";
                            lines?: {
                                amount_fen: number;
                                /** Format: date-time */
                                at: string;
                                booking_id?: string | null;
                                contract_registration: string;
                                end?: string | null;
                                institution_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                /** @enum {string} */
                                kind: "hold" | "hold_release" | "hold_capture" | "charge" | "payment" | "refund" | "deposit" | "deposit_return" | "credit_note" | "adjustment" | "write_off";
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                    corrected_at?: string | null;
                                    description: string;
                                    per: number;
                                    percent: number;
                                    quantity: number;
                                    rule: string;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                    unit_fen: number;
                                }[];
                                platform_name_en: string;
                                platform_name_zh: string;
                                reference: string;
                                start?: string | null;
                                tax?: ("general" | "small_scale" | "exempt") | null;
                                tax_fen: number;
                                transaction_id: string;
                                user_name: string;
                            }[] | null;
                            month: string;
                            number: string;
                            opening_fen: number;
                            organisation_id: string;
                            organisation_name: string;
                            payments_fen: number;
                            provisional: boolean;
                            sequence: number;
                            tax_lines: {
                                /** @enum {string} */
                                category: "general" | "small_scale" | "exempt";
                                contract_registration: string;
                                gross_fen: number;
                                net_fen: number;
                                percent: number;
                                tax_fen: number;
                            }[];
                            /** Format: date-time */
                            to: string;
                            total_fen: number;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_statements_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_in_capitals: string;
                        charges_fen: number;
                        closing_fen: number;
                        corrections_fen: number;
                        credit_code: string;
                        customer: {
                            address: string;
                            bank: string;
                            bank_account: string;
                            id: string;
                            name_en: string;
                            name_zh: string;
                            tax_number: string;
                            telephone: string;
                        };
                        fee_statements: string[];
                        /** Format: date-time */
                        from: string;
                        id: string;
                        issued_at?: string | null;
                        issuer: {
                            address: string;
                            bank: string;
                            bank_account: string;
                            id: string;
                            name_en: string;
                            name_zh: string;
                            tax_number: string;
                            telephone: string;
                        };
                        /** @enum {string} */
                        kind: "statement" | "fee_statement" | "receipt" | "credit_note";
                        lines?: {
                            amount_fen: number;
                            /** Format: date-time */
                            at: string;
                            booking_id?: string | null;
                            contract_registration: string;
                            end?: string | null;
                            institution_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            /** @enum {string} */
                            kind: "hold" | "hold_release" | "hold_capture" | "charge" | "payment" | "refund" | "deposit" | "deposit_return" | "credit_note" | "adjustment" | "write_off";
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            platform_name_en: string;
                            platform_name_zh: string;
                            reference: string;
                            start?: string | null;
                            tax?: ("general" | "small_scale" | "exempt") | null;
                            tax_fen: number;
                            transaction_id: string;
                            user_name: string;
                        }[] | null;
                        month: string;
                        number: string;
                        opening_fen: number;
                        organisation_id: string;
                        organisation_name: string;
                        payments_fen: number;
                        provisional: boolean;
                        sequence: number;
                        tax_lines: {
                            /** @enum {string} */
                            category: "general" | "small_scale" | "exempt";
                            contract_registration: string;
                            gross_fen: number;
                            net_fen: number;
                            percent: number;
                            tax_fen: number;
                        }[];
                        /** Format: date-time */
                        to: string;
                        total_fen: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_suspensions_id_lift: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        lift_reason: string;
                        lifted_at?: string | null;
                        reason: string;
                        /** Format: date-time */
                        since: string;
                        /** Format: date-time */
                        until: string;
                        user_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_trainings: {
        parameters: {
            query?: {
                cursor?: string;
                instrument?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            instrument_id: string;
                            instrument_name_zh: string;
                            login: string;
                            user_id: string;
                            user_name: string;
                            valid_until?: string | null;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_trainings: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    instrument_id: string;
                    login: string;
                    valid_until?: string | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        instrument_id: string;
                        instrument_name_zh: string;
                        login: string;
                        user_id: string;
                        user_name: string;
                        valid_until?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_users_id_credit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            appeal: string;
                            /** Format: date-time */
                            at: string;
                            booking_id: string;
                            /** @enum {string} */
                            cause: "no_show" | "late_cancel";
                            decision: string;
                            id: string;
                            instrument_id: string;
                            points: number;
                            /** @enum {string} */
                            state: "counted" | "appealed" | "upheld" | "forgiven";
                            user_id: string;
                        }[];
                        score: number;
                        start_points: number;
                        suspension?: {
                            id: string;
                            lift_reason: string;
                            lifted_at?: string | null;
                            reason: string;
                            /** Format: date-time */
                            since: string;
                            /** Format: date-time */
                            until: string;
                            user_id: string;
                        } | null;
                        user_id: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_waitlist: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                scope?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            booking_id?: string | null;
                            /** Format: date-time */
                            created_at: string;
                            duration_minutes: number;
                            /** Format: date-time */
                            earliest: string;
                            id: string;
                            instrument_id?: string | null;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            instruments: number;
                            /** @enum {string} */
                            kind: "book" | "move_up" | "notify";
                            /** Format: date-time */
                            latest: string;
                            note?: string | null;
                            notices: {
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                minutes: number;
                                /** Format: date-time */
                                start: string;
                            }[];
                            offer?: {
                                accessories: {
                                    id: string;
                                    quantity: number;
                                }[];
                                /** Format: date-time */
                                end: string;
                                /** Format: date-time */
                                expires_at: string;
                                id: string;
                                instrument_id: string;
                                instrument_name_en: string;
                                instrument_name_zh: string;
                                /** Format: date-time */
                                start: string;
                                total_fen: number;
                            } | null;
                            position?: number | null;
                            position_text?: string | null;
                            purpose: string;
                            samples: number;
                            /** @enum {string} */
                            status: "waiting" | "offered" | "accepted" | "left" | "expired";
                            user_id: string;
                            user_name: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_waitlist: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    accessories?: {
                        id: string;
                        quantity: number;
                    }[] | null;
                    booking_id?: string | null;
                    duration_minutes?: number | null;
                    earliest?: string | null;
                    filter?: {
                        category?: string | null;
                        domain?: string | null;
                        institution?: string | null;
                        max_hourly_fen?: number | null;
                        platform?: string | null;
                        q?: string | null;
                        requires_training?: boolean | null;
                        sample_service?: boolean | null;
                        status?: string | null;
                    } | null;
                    instrument_id?: string | null;
                    latest?: string | null;
                    notify?: boolean | null;
                    purpose?: string | null;
                    samples?: number | null;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessories: {
                            id: string;
                            quantity: number;
                        }[];
                        booking_id?: string | null;
                        /** Format: date-time */
                        created_at: string;
                        duration_minutes: number;
                        /** Format: date-time */
                        earliest: string;
                        id: string;
                        instrument_id?: string | null;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        instruments: number;
                        /** @enum {string} */
                        kind: "book" | "move_up" | "notify";
                        /** Format: date-time */
                        latest: string;
                        note?: string | null;
                        notices: {
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            end: string;
                            instrument_id: string;
                            minutes: number;
                            /** Format: date-time */
                            start: string;
                        }[];
                        offer?: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            expires_at: string;
                            id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            /** Format: date-time */
                            start: string;
                            total_fen: number;
                        } | null;
                        position?: number | null;
                        position_text?: string | null;
                        purpose: string;
                        samples: number;
                        /** @enum {string} */
                        status: "waiting" | "offered" | "accepted" | "left" | "expired";
                        user_id: string;
                        user_name: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_waitlist_id: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessories: {
                            id: string;
                            quantity: number;
                        }[];
                        booking_id?: string | null;
                        /** Format: date-time */
                        created_at: string;
                        duration_minutes: number;
                        /** Format: date-time */
                        earliest: string;
                        id: string;
                        instrument_id?: string | null;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        instruments: number;
                        /** @enum {string} */
                        kind: "book" | "move_up" | "notify";
                        /** Format: date-time */
                        latest: string;
                        note?: string | null;
                        notices: {
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            end: string;
                            instrument_id: string;
                            minutes: number;
                            /** Format: date-time */
                            start: string;
                        }[];
                        offer?: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            expires_at: string;
                            id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            /** Format: date-time */
                            start: string;
                            total_fen: number;
                        } | null;
                        position?: number | null;
                        position_text?: string | null;
                        purpose: string;
                        samples: number;
                        /** @enum {string} */
                        status: "waiting" | "offered" | "accepted" | "left" | "expired";
                        user_id: string;
                        user_name: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_waitlist_id_accept: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        competing?: number | null;
                        cost_centre?: {
                            project?: string | null;
                            project_name: string;
                            purchase_order: string;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id?: string | null;
                        history?: {
                            actor_name: string;
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            reason: string;
                        }[] | null;
                        id: string;
                        institution_id: string;
                        instrument_id: string;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        may: string[];
                        options: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            staff_minutes: number;
                            training: boolean;
                            urgent: boolean;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        price_class: string;
                        provisional: boolean;
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee" | "consumable" | "urgent" | "training" | "taken_by_others";
                                corrected_at?: string | null;
                                description: string;
                                per: number;
                                percent: number;
                                quantity: number;
                                rule: string;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once" | "piece";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        round?: {
                            alternatives: {
                                /** Format: date-time */
                                end: string;
                                instrument_id: string;
                                /** Format: date-time */
                                start: string;
                            }[];
                            /** Format: date-time */
                            cut_off: string;
                            id: string;
                            needed_by?: string | null;
                        } | null;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            consumables: {
                                code: string;
                                quantity: number;
                            }[];
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
                        waivers?: {
                            /** Format: date-time */
                            at: string;
                            by_name: string;
                            reason: string;
                            rules: string[];
                        }[] | null;
                        warning?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_waitlist_id_decline: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accessories: {
                            id: string;
                            quantity: number;
                        }[];
                        booking_id?: string | null;
                        /** Format: date-time */
                        created_at: string;
                        duration_minutes: number;
                        /** Format: date-time */
                        earliest: string;
                        id: string;
                        instrument_id?: string | null;
                        instrument_name_en: string;
                        instrument_name_zh: string;
                        instruments: number;
                        /** @enum {string} */
                        kind: "book" | "move_up" | "notify";
                        /** Format: date-time */
                        latest: string;
                        note?: string | null;
                        notices: {
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            end: string;
                            instrument_id: string;
                            minutes: number;
                            /** Format: date-time */
                            start: string;
                        }[];
                        offer?: {
                            accessories: {
                                id: string;
                                quantity: number;
                            }[];
                            /** Format: date-time */
                            end: string;
                            /** Format: date-time */
                            expires_at: string;
                            id: string;
                            instrument_id: string;
                            instrument_name_en: string;
                            instrument_name_zh: string;
                            /** Format: date-time */
                            start: string;
                            total_fen: number;
                        } | null;
                        position?: number | null;
                        position_text?: string | null;
                        purpose: string;
                        samples: number;
                        /** @enum {string} */
                        status: "waiting" | "offered" | "accepted" | "left" | "expired";
                        user_id: string;
                        user_name: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_write_offs: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount_fen: number;
                    organisation_id: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount_fen: number;
                        charge_id?: string | null;
                        decided_at?: string | null;
                        decided_by?: string | null;
                        decision_reason: string;
                        dispute_id?: string | null;
                        id: string;
                        /** @enum {string} */
                        kind: "credit_note" | "adjustment" | "write_off";
                        organisation_id: string;
                        /** Format: date-time */
                        proposed_at: string;
                        proposed_by?: string | null;
                        reason: string;
                        /** @enum {string} */
                        status: "proposed" | "posted" | "refused";
                        transaction_id?: string | null;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                    };
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
}
