import { infiniteQueryOptions, queryOptions } from '@tanstack/vue-query'
import { get } from '@/api/client'
import type { Account, AccountEntry, LedgerCheck, OrganisationPage, Page, Statement, StatementDocument } from '@/api/types'

const page_size = 50

export const account_query = (organisation: string) =>
  queryOptions({ queryKey: ['account', organisation], queryFn: ({ signal }) => get<Account>(`/accounts/${encodeURIComponent(organisation)}`, {}, signal) })

export const organisations_query = (q: string) =>
  queryOptions({ queryKey: ['organisations', q], queryFn: ({ signal }) => get<OrganisationPage>('/organisations', { q, limit: 20 }, signal) })

export const entries_query = (organisation: string) =>
  infiniteQueryOptions({
    queryKey: ['account', organisation, 'entries'],
    queryFn: ({ pageParam, signal }) => get<Page<AccountEntry>>(`/accounts/${encodeURIComponent(organisation)}/entries`, { limit: page_size, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  })

export const statements_query = (filter: { organisation?: string; month?: string }) =>
  infiniteQueryOptions({
    queryKey: ['statements', filter],
    queryFn: ({ pageParam, signal }) => get<Page<Statement>>('/statements', { ...filter, limit: page_size, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  })

export const statement_query = (id: string) =>
  queryOptions({ queryKey: ['statement', id], queryFn: ({ signal }) => get<StatementDocument>(`/statements/${encodeURIComponent(id)}`, {}, signal) })

export const ledger_query = () => queryOptions({ queryKey: ['ledger'], queryFn: ({ signal }) => get<LedgerCheck>('/ledger/verify', {}, signal) })
