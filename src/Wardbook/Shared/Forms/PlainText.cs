using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Wardbook.Shared.Forms;

/// <summary>Takes the null character out of whatever is sent: nobody types it, no page can show it, and PostgreSQL cannot keep it.</summary>
/// <remarks>Forms without files do not get this far with one: the framework takes their encoding for broken.</remarks>
public sealed class PlainText : IModelBinderProvider
{
    IModelBinder? IModelBinderProvider.GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType != typeof(string) ? null
        : new WithoutNull(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()));

    private sealed class WithoutNull(SimpleTypeModelBinder text) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await text.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string typed && typed.Contains('\0', StringComparison.Ordinal))
            {
                bindingContext.Result = ModelBindingResult.Success(typed.Replace("\0", "", StringComparison.Ordinal));
            }
        }
    }
}
