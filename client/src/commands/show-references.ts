import { commands } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** Opens VS Code's own view of references; the server names places in the protocol's terms, VS Code has its own. */
export function showReferences(client: BaseLanguageClient) {
  const { protocol2CodeConverter: to } = client;
  return (uri: string, position: Position, locations: readonly Location[]) =>
    commands.executeCommand(
      'editor.action.showReferences',
      to.asUri(uri),
      to.asPosition(position),
      locations.map((location) => to.asLocation(location)),
    );
}
