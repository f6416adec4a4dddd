/** The link by which a server's admin adds the bot. It asks for no permission. */
export function serverInvitation(applicationId: string): string {
  return inviteLink(applicationId, 0, ['bot', 'applications.commands']);
}

/** The link by which a person adds the bot to their account. */
export function personalInvitation(applicationId: string): string {
  return inviteLink(applicationId, 1, ['applications.commands']);
}

/** @see https://docs.discord.com/developers/topics/oauth2 */
function inviteLink(applicationId: string, integrationType: 0 | 1, scopes: readonly string[]): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    integration_type: String(integrationType),
    scope: scopes.join(' '),
    ...(scopes.includes('bot') ? { permissions: '0' } : {}),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
