using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>The settings of one entry: the section with secrets in it, and a text without them that changes when any of it does.</summary>
internal sealed record EntrySettings(IConfigurationSection Section, string Text);
