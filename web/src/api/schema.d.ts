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
        /** Approve */
        post: operations["post_api_v1_bookings_id_approve"];
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
        /** Report an outage */
        post: operations["post_api_v1_instruments_id_outages"];
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_accessories_id: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_accounts_id_entries: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_availability: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    booking?: {
                        /** Format: date-time */
                        end: string;
                        instrument_id: string;
                        options?: {
                            accessories?: {
                                id: string;
                                quantity: number;
                            }[] | null;
                            staff_minutes?: number | null;
                        } | null;
                        purpose: string;
                        quote_id?: string | null;
                        samples?: number | null;
                        /** Format: date-time */
                        start: string;
                    } | null;
                    bookings?: {
                        /** Format: date-time */
                        end: string;
                        instrument_id: string;
                        options?: {
                            accessories?: {
                                id: string;
                                quantity: number;
                            }[] | null;
                            staff_minutes?: number | null;
                        } | null;
                        purpose: string;
                        quote_id?: string | null;
                        samples?: number | null;
                        /** Format: date-time */
                        start: string;
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
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                        description: string;
                                        percent: number;
                                        quantity: number;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                } | null;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                end: string;
                                etag: string;
                                group_id: string;
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
                                    staff_minutes: number;
                                };
                                organisation_id: string;
                                organisation_name: string;
                                platform_id: string;
                                policy_version: number;
                                /** @enum {string} */
                                price_class: "enterprise" | "academic" | "internal";
                                purpose: string;
                                quote: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                        description: string;
                                        percent: number;
                                        quantity: number;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                };
                                rates_version: number;
                                reason: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                                /** @enum {string} */
                                status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                                usage?: {
                                    end?: string | null;
                                    note: string;
                                    samples: number;
                                    /** Format: date-time */
                                    start: string;
                                } | null;
                                user_id: string;
                                user_name: string;
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
                                    /** Format: date-time */
                                    start: string;
                                    total_fen: number;
                                    /** @enum {string} */
                                    why: "earlier" | "later" | "equivalent";
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
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                        description: string;
                                        percent: number;
                                        quantity: number;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                } | null;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                end: string;
                                etag: string;
                                group_id: string;
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
                                    staff_minutes: number;
                                };
                                organisation_id: string;
                                organisation_name: string;
                                platform_id: string;
                                policy_version: number;
                                /** @enum {string} */
                                price_class: "enterprise" | "academic" | "internal";
                                purpose: string;
                                quote: {
                                    lines: {
                                        amount_fen: number;
                                        /** @enum {string} */
                                        code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                        description: string;
                                        percent: number;
                                        quantity: number;
                                        /** @enum {string} */
                                        unit: "minute" | "day" | "use" | "sample" | "once";
                                        unit_fen: number;
                                    }[];
                                    total_fen: number;
                                };
                                rates_version: number;
                                reason: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                                /** @enum {string} */
                                status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                                usage?: {
                                    end?: string | null;
                                    note: string;
                                    samples: number;
                                    /** Format: date-time */
                                    start: string;
                                } | null;
                                user_id: string;
                                user_name: string;
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
                                    /** Format: date-time */
                                    start: string;
                                    total_fen: number;
                                    /** @enum {string} */
                                    why: "earlier" | "later" | "equivalent";
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups_id_cancel: {
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
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                    description: string;
                                    percent: number;
                                    quantity: number;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            end: string;
                            etag: string;
                            group_id: string;
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
                                staff_minutes: number;
                            };
                            organisation_id: string;
                            organisation_name: string;
                            platform_id: string;
                            policy_version: number;
                            /** @enum {string} */
                            price_class: "enterprise" | "academic" | "internal";
                            purpose: string;
                            quote: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                    description: string;
                                    percent: number;
                                    quantity: number;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            };
                            rates_version: number;
                            reason: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            usage?: {
                                end?: string | null;
                                note: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                            } | null;
                            user_id: string;
                            user_name: string;
                        }[];
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
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_booking_groups_id_reschedule: {
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
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                    description: string;
                                    percent: number;
                                    quantity: number;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            end: string;
                            etag: string;
                            group_id: string;
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
                                staff_minutes: number;
                            };
                            organisation_id: string;
                            organisation_name: string;
                            platform_id: string;
                            policy_version: number;
                            /** @enum {string} */
                            price_class: "enterprise" | "academic" | "internal";
                            purpose: string;
                            quote: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                    description: string;
                                    percent: number;
                                    quantity: number;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            };
                            rates_version: number;
                            reason: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            usage?: {
                                end?: string | null;
                                note: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                            } | null;
                            user_id: string;
                            user_name: string;
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
                            charge?: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                    description: string;
                                    percent: number;
                                    quantity: number;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            end: string;
                            etag: string;
                            group_id: string;
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
                                staff_minutes: number;
                            };
                            organisation_id: string;
                            organisation_name: string;
                            platform_id: string;
                            policy_version: number;
                            /** @enum {string} */
                            price_class: "enterprise" | "academic" | "internal";
                            purpose: string;
                            quote: {
                                lines: {
                                    amount_fen: number;
                                    /** @enum {string} */
                                    code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                    description: string;
                                    percent: number;
                                    quantity: number;
                                    /** @enum {string} */
                                    unit: "minute" | "day" | "use" | "sample" | "once";
                                    unit_fen: number;
                                }[];
                                total_fen: number;
                            };
                            rates_version: number;
                            reason: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                            /** @enum {string} */
                            status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                            usage?: {
                                end?: string | null;
                                note: string;
                                samples: number;
                                /** Format: date-time */
                                start: string;
                            } | null;
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
    post_api_v1_bookings: {
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
                        staff_minutes?: number | null;
                    } | null;
                    purpose: string;
                    quote_id?: string | null;
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
                        charge?: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_bookings_id_no_show: {
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
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
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        } | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        end: string;
                        etag: string;
                        group_id: string;
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
                            staff_minutes: number;
                        };
                        organisation_id: string;
                        organisation_name: string;
                        platform_id: string;
                        policy_version: number;
                        /** @enum {string} */
                        price_class: "enterprise" | "academic" | "internal";
                        purpose: string;
                        quote: {
                            lines: {
                                amount_fen: number;
                                /** @enum {string} */
                                code: "reserved_time" | "used_time" | "charged_time" | "full_day" | "day_cap" | "start_up" | "samples" | "staff" | "minimum" | "cancellation_fee" | "no_show_fee";
                                description: string;
                                percent: number;
                                quantity: number;
                                /** @enum {string} */
                                unit: "minute" | "day" | "use" | "sample" | "once";
                                unit_fen: number;
                            }[];
                            total_fen: number;
                        };
                        rates_version: number;
                        reason: string;
                        samples: number;
                        /** Format: date-time */
                        start: string;
                        /** @enum {string} */
                        status: "requested" | "approved" | "in_use" | "completed" | "settled" | "rejected" | "cancelled" | "expired" | "no_show" | "displaced";
                        usage?: {
                            end?: string | null;
                            note: string;
                            samples: number;
                            /** Format: date-time */
                            start: string;
                        } | null;
                        user_id: string;
                        user_name: string;
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
                    "application/json": unknown;
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
                    "application/json": unknown;
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
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
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
                    "application/json": unknown;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments: {
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
                    "application/json": unknown;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_instruments_id_accessories: {
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
                            id: string;
                            instrument_id?: string | null;
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
                    "application/json": unknown;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_instruments_id_outages: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    put_api_v1_instruments_id_policy: {
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
                    /** @enum {string} */
                    approval?: "none" | "operator" | "platform_admin" | "institution_admin";
                    approval_above_fen?: number | null;
                    buffer_after_minutes?: number;
                    buffer_before_minutes?: number;
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
                    grid_minutes?: number;
                    horizon_days?: number;
                    max_future_bookings?: number | null;
                    max_future_minutes?: number | null;
                    max_minutes?: number;
                    min_minutes?: number;
                    min_notice_minutes?: number;
                    no_show_after_minutes?: number;
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
                    requires_training?: boolean;
                    time_zone?: string;
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
                        grid_minutes?: number;
                        horizon_days?: number;
                        max_future_bookings?: number | null;
                        max_future_minutes?: number | null;
                        max_minutes?: number;
                        min_minutes?: number;
                        min_notice_minutes?: number;
                        no_show_after_minutes?: number;
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
                        requires_training?: boolean;
                        time_zone?: string;
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
            header?: never;
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
                    daily_fen?: number | null;
                    hourly_fen?: number;
                    minimum_fen?: number;
                    no_show_percent?: number;
                    per_sample_fen?: number;
                    per_use_fen?: number;
                    /** @enum {string} */
                    price_class?: "enterprise" | "academic" | "internal";
                    staff_hourly_fen?: number;
                    tax_rate_bp?: number;
                    tiers?: {
                        from_minutes: number;
                        hourly_fen: number;
                    }[];
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
                        daily_fen?: number | null;
                        hourly_fen?: number;
                        minimum_fen?: number;
                        no_show_percent?: number;
                        per_sample_fen?: number;
                        per_use_fen?: number;
                        /** @enum {string} */
                        price_class?: "enterprise" | "academic" | "internal";
                        staff_hourly_fen?: number;
                        tax_rate_bp?: number;
                        tiers?: {
                            from_minutes: number;
                            hourly_fen: number;
                        }[];
                        valid_from?: string | null;
                    }[];
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
                    "application/json": unknown;
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
                    "application/json": unknown;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    delete_api_v1_outages_id: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_payments: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_platforms: {
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
                    "application/json": unknown;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_platforms_id_accessories: {
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
                        staff_minutes?: number | null;
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
                    "application/json": unknown;
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
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
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
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_statements: {
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
                    "application/json": unknown;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    get_api_v1_trainings: {
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
    post_api_v1_trainings: {
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
                    "application/json": unknown;
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
                    "application/json": unknown;
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
                    "application/json": unknown;
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
                    "application/json": unknown;
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
                    "application/json": unknown;
                };
            };
            "4XX": components["responses"]["problem"];
            "5XX": components["responses"]["problem"];
        };
    };
}
