/** What the server's own document says of an operation: the body of its good answer, and that of its request. */

export type Answer<Operation> = Operation extends { responses: { '2XX': { content: { 'application/json': infer Body } } } } ? Body : never
export type Input<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never
