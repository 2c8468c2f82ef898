export function schema_text(server: string | URL): Promise<string>
