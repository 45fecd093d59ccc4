using System.Globalization;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Asks the local modules and services of stores how they are; gives a bare module its key.</summary>
internal sealed class LocalStates(PermissiveRules rules, SaleLinks links, LocalModuleCheck modules, PermissiveKeys keys)
{
    public async Task<PermissiveLine> ModuleAsync(SaleStore store, CancellationToken cancellationToken)
    {
        var state = await modules.StateAsync(store, rules.HealthLimit, cancellationToken).ConfigureAwait(false);
        var name = $"{store.Id} LM";
        if (state.IsBare && store.Lm!.Initialise)
        {
            if (await InitialiseAsync(store, cancellationToken).ConfigureAwait(false) is { } failure) return PermissiveLine.Bad(name, failure);
            state = await modules.StateAsync(store, rules.HealthLimit, cancellationToken).ConfigureAwait(false);
        }

        var synchronised = state.LastSync?.ToString("u", CultureInfo.InvariantCulture) ?? "?";
        return state.IsReady
            ? PermissiveLine.Good(name, $"ready, version {state.Version}, last synchronised {synchronised}", $"готов, версия {state.Version}, синхронизация {synchronised}")
            : PermissiveLine.Bad(name, $"not ready ({state.Word}), last synchronised {synchronised}", $"не готов ({state.Word}), синхронизация {synchronised}", "LM_NOT_READY");
    }

    public async Task<PermissiveLine> PiotAsync(SaleStore store, CancellationToken cancellationToken)
    {
        var name = $"{store.Id} PIOT";
        var answer = await links.AskLocalAsync(store.Piot!.InfoAddress, SaleRequests.Get("/api/v1/instances/info", rules.HealthLimit), cancellationToken).ConfigureAwait(false);
        if (!answer.IsOk || answer.Json() is not { } json) return PermissiveLine.Bad(name, $"does not answer ({answer.Word})", $"не отвечает ({answer.Word})", "PIOT_UNREACHABLE");
        var states = json.Items("instances").Select(one => $"{one.Text("id")} {one.Text("version")} {one.Text("status")}".Trim()).ToList();
        var text = states.Count == 0 ? "-" : string.Join("; ", states);
        return PermissiveLine.Good(name, $"instances: {text}", $"экземпляры: {text}");
    }

    private async Task<ConnectorError?> InitialiseAsync(SaleStore store, CancellationToken cancellationToken)
    {
        try
        {
            var key = await keys.GetAsync(store.Organisation, cancellationToken).ConfigureAwait(false);
            var module = store.Lm!;
            var message = SaleRequests.Post($"/api/v{module.Version}/init", SaleRequests.OfKey(key), rules.HealthLimit, ("Authorization", module.Authorization));
            var answer = await links.AskLocalAsync(module.Address, message, cancellationToken).ConfigureAwait(false);
            return answer.IsOk ? null : new ConnectorError(ConnectorErrorCode.Unavailable, $"The local module of {store.Id} did not take its key ({answer.Word}).")
            {
                MessageRu = $"Локальный модуль магазина {store.Id} не принял ключ ({answer.Word}).",
                Reason = "LM_NOT_INITIALISED",
            };
        }
        catch (ConnectorException failure)
        {
            return failure.Error;
        }
    }
}
